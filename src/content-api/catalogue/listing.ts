import type { ContentTypeName } from '../../publications/content';
import type { ApiError } from '../errors';
import type { Document } from './document';
import type { FilterOf } from './filter-input';
import type { OrderOf } from './order';
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

/**
 * The documents of a type that a filter lets through, sorted.
 *
 * @returns the list, or `BAD_USER_INPUT` for a filter that is too large to be evaluated.
 */
export declare function list<Type extends ContentTypeName>(
  view: View,
  type: Type,
  selection: Selection<Type>,
): Listing<Type> | ApiError;
