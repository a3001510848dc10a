import type { ContentTypeName } from '../../publications/content';
import { ApiError } from '../errors';
import type { Edition } from './catalogue';
import type { Document } from './document';
import type { Listing } from './listing';

/** The four arguments of a Relay connection; null is the same as absent. */
export interface PageArguments {
  /** 1 to 100. With neither `first` nor `last`, the first 20. */
  readonly first?: number | null;
  readonly after?: string | null;
  /** 1 to 100. */
  readonly last?: number | null;
  readonly before?: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** One page of a list: a Relay connection. Cursors are made when they are read, since most queries read none. */
export interface Page<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  /** Of the whole list, not of the page. */
  readonly totalCount: number;
}

/**
 * Cuts a page out of a list.
 *
 * @returns the page, or why it is refused: `BAD_USER_INPUT` for a number of items that cannot be meant,
 * `INVALID_CURSOR` for a cursor that is not of a list of this type in this order.
 */
export declare function pageOf<Type extends ContentTypeName>(
  listing: Listing<Type>,
  args: PageArguments,
  edition: Edition,
): Page<Document<Type>> | ApiError;
