import { z } from 'zod';
import { ApiError } from '../errors';
import { sizeOf, type Page, type PageArguments } from './page';

/** Above any key that we make: a type and a slug, or an id. */
const MAXIMUM_CURSOR = 1_000;

const payload = z.tuple([z.string(), z.string()]);

/** An item of a list that is sorted by a key of its own, which no other item has. */
export interface Keyed {
  readonly key: string;
}

/**
 * Cuts a page out of a list that is sorted by its keys. A cursor is the key behind which, or before which, the page
 * goes on, so that it holds in every edition.
 *
 * @param name of the list: a cursor of another is refused.
 */
export function keyedPage<Item extends Keyed>(
  items: readonly Item[],
  args: PageArguments,
  name: string,
): Page<Item> | ApiError {
  const size = sizeOf(args);
  if (size instanceof ApiError) return size;
  const after = keyIn(args.after, 'after', name);
  if (after instanceof ApiError) return after;
  const before = keyIn(args.before, 'before', name);
  if (before instanceof ApiError) return before;

  const inRange = items.filter(
    ({ key }) => (after === null || key > after) && (before === null || key < before),
  );
  const page = size.fromEnd ? inRange.slice(-size.count) : inRange.slice(0, size.count);
  const edges = page.map((node) => ({ cursor: cursorOf(name, node.key), node }));
  const [first, last] = [page[0], page.at(-1)];
  return {
    nodes: page,
    edges,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: last !== undefined && last !== items.at(-1),
      hasPreviousPage: first !== undefined && first !== items[0],
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function cursorOf(name: string, key: string): string {
  const place: z.infer<typeof payload> = [name, key];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function keyIn(
  cursor: string | null | undefined,
  argument: string,
  name: string,
): string | null | ApiError {
  if (cursor == null) return null;
  const read = cursor.length <= MAXIMUM_CURSOR ? payload.safeParse(parsed(cursor)) : null;
  if (read?.success && read.data[0] === name) return read.data[1];
  return new ApiError('INVALID_CURSOR', {
    where: `Argument "${argument}"`,
    what: 'This is not a cursor of this list.',
    remedy: 'Pass a cursor from an answer to the same field with the same "locale", unchanged.',
  });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
