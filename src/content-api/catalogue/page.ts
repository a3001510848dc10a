import type { ContentTypeName } from '../../publications/content';
import { ApiError } from '../errors';
import { cursorOf, parseCursor } from './cursor';
import type { Document } from './document';
import type { Listing } from './listing';
import { firstNotBefore } from './sorted-list';

const DEFAULT_SIZE = 20;
const MAXIMUM_SIZE = 100;

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

/** One page of a list: a Relay connection. */
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
export function pageOf<Type extends ContentTypeName>(
  listing: Listing<Type>,
  args: PageArguments,
): Page<Document<Type>> | ApiError {
  const size = sizeOf(args);
  if (size instanceof ApiError) return size;
  const after = placeOf(listing, 'after', args.after ?? null);
  if (after instanceof ApiError) return after;
  const before = placeOf(listing, 'before', args.before ?? null);
  if (before instanceof ApiError) return before;

  const { length } = listing.documents;
  // `after` names a document that the page starts behind, `before` one that it ends in front of.
  const from = after === null ? 0 : after.firstBehind;
  const to = Math.max(from, before === null ? length : before.place);
  const start = size.fromEnd ? Math.max(from, to - size.count) : from;
  const end = size.fromEnd ? to : Math.min(to, from + size.count);
  return new ListingPage(listing, start, end);
}

/** A page whose cursors are made when they are read, since most questions read none. */
class ListingPage<Type extends ContentTypeName> implements Page<Document<Type>>, PageInfo {
  readonly nodes: readonly Document<Type>[];

  constructor(
    private readonly listing: Listing<Type>,
    private readonly start: number,
    private readonly end: number,
  ) {
    this.nodes = listing.documents.slice(start, end);
  }

  get totalCount(): number {
    return this.listing.documents.length;
  }

  get edges(): Edge<Document<Type>>[] {
    return this.nodes.map((node) => new ListingEdge(this.listing, node));
  }

  get pageInfo(): PageInfo {
    return this;
  }

  get hasNextPage(): boolean {
    return this.end < this.totalCount;
  }

  get hasPreviousPage(): boolean {
    return this.start > 0;
  }

  get startCursor(): string | null {
    const first = this.nodes[0];
    return first ? this.#cursorOf(first) : null;
  }

  get endCursor(): string | null {
    const last = this.nodes.at(-1);
    return last ? this.#cursorOf(last) : null;
  }

  #cursorOf(document: Document<Type>): string {
    return cursorIn(this.listing, document);
  }
}

class ListingEdge<Type extends ContentTypeName> implements Edge<Document<Type>> {
  constructor(
    private readonly listing: Listing<Type>,
    readonly node: Document<Type>,
  ) {}

  get cursor(): string {
    return cursorIn(this.listing, this.node);
  }
}

/**
 * Its edition is the one in which the type last changed: until then the list is the same, and so are its cursors, so
 * that an answer need not change with every publication of something else.
 */
function cursorIn<Type extends ContentTypeName>(
  { view, order, type }: Listing<Type>,
  document: Document<Type>,
): string {
  return cursorOf(document, order, view.lastChange(type));
}

/** How many items a page has, and from which end. */
export function sizeOf({
  first,
  last,
}: PageArguments): { count: number; fromEnd: boolean } | ApiError {
  if (first != null && last != null) {
    return new ApiError('BAD_USER_INPUT', {
      where: 'Arguments "first" and "last"',
      what: 'Both were given.',
      remedy: 'Give one: "first" pages forward, "last" backward.',
    });
  }
  const fromEnd = last != null;
  const count = first ?? last ?? DEFAULT_SIZE;
  if (Number.isInteger(count) && count >= 1 && count <= MAXIMUM_SIZE) return { count, fromEnd };
  return new ApiError('BAD_USER_INPUT', {
    where: `Argument "${fromEnd ? 'last' : 'first'}"`,
    what: `${count} is not a number of items from 1 to ${MAXIMUM_SIZE}.`,
    remedy: `Ask for 1 to ${MAXIMUM_SIZE}, and for more with the cursor of the page before.`,
  });
}

/** Where a cursor points into a list: its document's place, or the one that it would have. */
function placeOf<Type extends ContentTypeName>(
  { view, type, order, documents }: Listing<Type>,
  argument: 'after' | 'before',
  cursor: string | null,
): { place: number; firstBehind: number } | null | ApiError {
  if (cursor === null) return null;
  const key = parseCursor(cursor, type, order);
  if (!key) {
    return new ApiError('INVALID_CURSOR', {
      where: `Argument "${argument}"`,
      what: 'This is not a cursor of a list of this type in this order.',
      remedy: 'Pass a cursor from an answer to the same field with the same "orderBy", unchanged.',
    });
  }
  const compare = view.keyComparator(type, order, key);
  const place = firstNotBefore(documents, compare);
  const found = documents[place];
  const isThere = found !== undefined && compare(found) === 0;
  return { place, firstBehind: isThere ? place + 1 : place };
}
