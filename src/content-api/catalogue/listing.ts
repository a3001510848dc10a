import type { ContentTypeName } from '../../publications/content';
import { ApiError } from '../errors';
import type { Document } from './document';
import { compileFilter } from './filter';
import type { FilterOf } from './filter-input';
import { defaultOrders, type OrderOf } from './order';
import type { View } from './view';

/** Documents of one type in one of its orders: what pages are cut from. */
export interface Listing<Type extends ContentTypeName> {
  readonly type: Type;
  readonly view: View;
  readonly order: OrderOf<Type>;
  readonly documents: readonly Document<Type>[];
}

/** What a list is made of. */
export interface Selection<Type extends ContentTypeName> {
  readonly filter?: FilterOf<Type> | null;
  /** Absent: the type's default order. */
  readonly orderBy?: OrderOf<Type> | null;
  /** Only these, in whatever order they come: the documents at the other end of a relation. Absent: all. */
  readonly among?: readonly Document<Type>[];
}

/** With fewer than one in so many left, sorting them is cheaper than looking through the whole list in its order. */
const FEW = 16;

/**
 * The documents of a type that a filter lets through, sorted.
 *
 * @param compile makes a filter ready, or knows it already.
 * @returns the list, or `BAD_USER_INPUT` for a filter that is too large to be evaluated.
 */
export function list<Type extends ContentTypeName>(
  view: View,
  type: Type,
  { filter, orderBy, among }: Selection<Type>,
  compile: typeof compileFilter = compileFilter,
): Listing<Type> | ApiError {
  const order: OrderOf<Type> = orderBy ?? defaultOrders[type];
  const compiled = compile(view, type, filter ?? {});
  if (compiled instanceof ApiError) return compiled;
  const { candidates, test } = compiled;
  const listing = (documents: readonly Document<Type>[]) => ({ type, view, order, documents });

  if (among) return listing(view.sorted(type, order, test ? among.filter(test) : among));
  const all = view.ordered(type, order);
  if (!test) return listing(all);
  if (candidates && candidates.length * FEW <= all.length) {
    return listing(view.sorted(type, order, candidates.filter(test)));
  }
  return listing(all.filter(test));
}
