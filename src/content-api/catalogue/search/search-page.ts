import { createHash } from 'node:crypto';
import { z } from 'zod';
import { contentTypeNames, type ContentTypeName } from '../../../publications/content';
import { ApiError } from '../../errors';
import { firstNotBefore } from '../sorted-list';
import type { Page, PageArguments, PageInfo } from '../page';
import { sizeOf } from '../page';
import type { View } from '../view';
import type { Found, Hit } from './ranking';

const MAXIMUM_QUERY = 200;
const EDITION_CHARACTERS = 12;
const MAXIMUM_CURSOR = 1_000;

/** Edition, search, score and id: the place in what was found. */
const payload = z.tuple([z.string(), z.string(), z.number().int(), z.string().min(1)]);

export interface SearchArguments extends PageArguments {
  readonly query: string;
  /** Absent: all of them. */
  readonly types?: readonly ContentTypeName[] | null;
}

/** A page of what was found, and the words because of which it was. */
export interface SearchPage extends Page<Hit> {
  readonly words: Found['words'];
}

/**
 * Searches, and cuts a page out of what is found.
 *
 * @returns the page, or why it is refused: `BAD_USER_INPUT` for a text that is too long or a number of items that
 * cannot be meant, `INVALID_CURSOR` for a cursor of another search.
 */
export function searchPage(view: View, args: SearchArguments): SearchPage | ApiError {
  const { query } = args;
  if (query.length > MAXIMUM_QUERY) return tooLong(query.length);
  const size = sizeOf(args);
  if (size instanceof ApiError) return size;
  const types = new Set(args.types ?? contentTypeNames);
  const names = [...types].sort();
  const search = nameOf([view.locale, query, ...names]);
  const after = placeIn(search, 'after', args.after ?? null);
  if (after instanceof ApiError) return after;
  const before = placeIn(search, 'before', args.before ?? null);
  if (before instanceof ApiError) return before;

  const { hits, words } = view.search(query, types);
  const from = after ? firstNotBefore(hits, (hit) => (compare(hit, after) <= 0 ? -1 : 1)) : 0;
  const until = before ? firstNotBefore(hits, (hit) => compare(hit, before)) : hits.length;
  const to = Math.max(from, until);
  const start = size.fromEnd ? Math.max(from, to - size.count) : from;
  const end = size.fromEnd ? to : Math.min(to, from + size.count);
  const cursorOf = ({ score, document }: Hit) => {
    // Which words are rare, and so the score, depends on every type.
    const edition = nameOf(contentTypeNames.map((type) => view.lastChange(type)));
    const place: z.infer<typeof payload> = [edition, search, score, document.id];
    return Buffer.from(JSON.stringify(place)).toString('base64url');
  };
  return new FoundPage(hits, start, end, words, cursorOf);
}

/** Cursors are made when they are read. */
class FoundPage implements SearchPage, PageInfo {
  readonly nodes: readonly Hit[];

  constructor(
    private readonly hits: readonly Hit[],
    private readonly start: number,
    private readonly end: number,
    readonly words: Found['words'],
    private readonly cursorOf: (hit: Hit) => string,
  ) {
    this.nodes = hits.slice(start, end);
  }

  get totalCount(): number {
    return this.hits.length;
  }

  get edges() {
    return this.nodes.map((node) => ({ node, cursor: this.cursorOf(node) }));
  }

  get pageInfo(): PageInfo {
    return this;
  }

  get hasNextPage(): boolean {
    return this.end < this.hits.length;
  }

  get hasPreviousPage(): boolean {
    return this.start > 0;
  }

  get startCursor(): string | null {
    const first = this.nodes[0];
    return first ? this.cursorOf(first) : null;
  }

  get endCursor(): string | null {
    const last = this.nodes.at(-1);
    return last ? this.cursorOf(last) : null;
  }
}

interface Place {
  readonly score: number;
  readonly id: string;
}

function compare({ score, document }: Hit, place: Place): number {
  if (score !== place.score) return place.score - score;
  if (document.id === place.id) return 0;
  return document.id < place.id ? -1 : 1;
}

function placeIn(search: string, argument: string, cursor: string | null): Place | null | ApiError {
  if (cursor === null) return null;
  const read = cursor.length <= MAXIMUM_CURSOR ? payload.safeParse(parsed(cursor)) : null;
  if (read?.success && read.data[1] === search) return { score: read.data[2], id: read.data[3] };
  return new ApiError('INVALID_CURSOR', {
    where: `Argument "${argument}"`,
    what: 'This is not a cursor of this search.',
    remedy: 'Pass a cursor from an answer to the same "query", "types" and "locale", unchanged.',
  });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

function nameOf(parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, EDITION_CHARACTERS);
}

function tooLong(length: number): ApiError {
  return new ApiError('BAD_USER_INPUT', {
    where: 'Argument "query"',
    what: `It has ${length} characters; ${MAXIMUM_QUERY} are the most.`,
    remedy: 'Search for fewer words.',
  });
}
