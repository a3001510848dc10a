import { registerEnumType } from 'type-graphql';
import type { ContentTypeName } from '../../../publications/content';
import { orderNames, type OrderName, type OrderOf } from '../../catalogue/order';
import { constantCase } from '../constant-enum';

/** What each order means, whatever the type. */
const meanings: Readonly<Record<OrderName, string>> = {
  name: 'By name',
  title: 'By title',
  question: 'By question',
  kind: 'By kind, as a reader meets them, then by title',
  position: 'By the number that the editor gave, then by question',
  topic: 'By topic, then by position',
  severity: 'By severity, from good to know to act now, then by title',
  year: 'By year, then by title',
  place: 'By state, then by city and name',
  verifiedOn: 'By the day of the last verification; never verified comes before any day',
  publishedAt: 'By when the present revision was published',
  firstPublishedAt: 'By when the document was first published',
};

/**
 * Makes the GraphQL enum of a type's orders: `NAME_ASC`, `NAME_DESC` … Each value is the order itself.
 *
 * @returns what `@Field(() => …)` takes.
 */
export function orderEnum<Type extends ContentTypeName>(
  type: Type,
  name: string,
): Readonly<Record<string, OrderOf<Type>>> {
  const orders: Record<string, OrderOf<Type>> = {};
  const valuesConfig: Record<string, { description: string }> = {};
  for (const by of orderNames(type)) {
    const order: OrderName = by;
    for (const descending of [false, true]) {
      const key = `${constantCase(by)}_${descending ? 'DESC' : 'ASC'}`;
      orders[key] = { by, descending };
      valuesConfig[key] = { description: `${meanings[order]}${descending ? ', backwards' : ''}.` };
    }
  }
  const description = 'By what a list is sorted. Every order is total: ties go by id.';
  registerEnumType(orders, { name, description, valuesConfig });
  return orders;
}
