import { ArgsType, Field, type ClassType } from 'type-graphql';
import type { ContentTypeName } from '../../../publications/content';
import type { FilterOf } from '../../catalogue/filter-input';
import type { OrderOf } from '../../catalogue/order';
import { PageArgs } from './page-arguments';

/** What a list of one content type can be asked for. */
export interface ListArguments<Type extends ContentTypeName> extends PageArgs {
  readonly filter?: FilterOf<Type> | null;
  readonly orderBy?: OrderOf<Type> | null;
}

/** The same at the root, where the language of everything below is chosen. */
export interface RootListArguments<Type extends ContentTypeName> extends ListArguments<Type> {
  readonly locale?: string | null;
}

export const LOCALE_DESCRIPTION =
  'The language of everything below, as BCP 47 names it; absent: the default one.';

/**
 * Declares the arguments of a type's lists, once for nested connections and once for the root.
 *
 * @param filter the class of the type's filter. @param order the enum of its orders.
 */
export function listArguments<Type extends ContentTypeName>(
  filter: ClassType<FilterOf<Type>>,
  order: Readonly<Record<string, OrderOf<Type>>>,
): { nested: ClassType<ListArguments<Type>>; root: ClassType<RootListArguments<Type>> } {
  @ArgsType()
  class Nested extends PageArgs implements ListArguments<Type> {
    @Field(() => filter, { nullable: true, description: 'Only those of which this holds.' })
    readonly filter?: FilterOf<Type> | null;

    @Field(() => order, { nullable: true, description: 'In which order.' })
    readonly orderBy?: OrderOf<Type> | null;
  }

  @ArgsType()
  class Root extends Nested implements RootListArguments<Type> {
    @Field(() => String, { nullable: true, description: LOCALE_DESCRIPTION })
    readonly locale?: string | null;
  }

  return { nested: Nested, root: Root };
}
