import type { Document } from '../../catalogue/document';
import { sizeOf, type Edge, type Page, type PageArguments } from '../../catalogue/page';
import { ApiError } from '../../errors';
import { changeCursor } from '../../syndication/change-cursor';
import type { Reading } from '../reading';
import { Revision } from './revision.type';

export type RevisionPage = Page<Revision>;

/**
 * Cuts a page out of a text's revisions, the newest first. A cursor is that of the change which published the revision.
 *
 * @returns the page, or why it is refused: `BAD_USER_INPUT`, `INVALID_CURSOR`.
 */
export function revisionPage(
  document: Document,
  args: PageArguments,
  reading: Reading,
): RevisionPage | ApiError {
  const size = sizeOf(args);
  if (size instanceof ApiError) return size;
  const after = placeOf('after', args, reading);
  if (after instanceof ApiError) return after;
  const before = placeOf('before', args, reading);
  if (before instanceof ApiError) return before;

  const entries = reading.entriesOf(document);
  const all = entries
    .flatMap((entry, index): Edge<Revision>[] => {
      if (entry.kind !== 'Published') return [];
      const end = entries[index + 1] ?? null;
      return [{ cursor: changeCursor(entry), node: new Revision(entry, end) }];
    })
    .reverse();
  const sequences = entries.flatMap((entry) => (entry.kind === 'Published' ? entry.sequence : []));
  // The newest first: behind a cursor comes what is older.
  const from = after === null ? 0 : sequences.filter((sequence) => sequence >= after).length;
  const to =
    before === null ? all.length : sequences.filter((sequence) => sequence > before).length;
  const last = Math.max(from, to);
  const start = size.fromEnd ? Math.max(from, last - size.count) : from;
  const end = size.fromEnd ? last : Math.min(last, from + size.count);
  const edges = all.slice(start, end);
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: all.length,
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function placeOf(
  argument: 'after' | 'before',
  args: PageArguments,
  reading: Reading,
): number | null | ApiError {
  const cursor = args[argument];
  return cursor == null ? null : reading.placeOf(cursor, `Argument "${argument}"`);
}
