import { z } from 'zod';
import { GENESIS } from '../../publications/publication';
import type { Catalogue } from '../catalogue/catalogue';
import { ApiError } from '../errors';

/** Enough of a chain hash to tell one log from another that was restored in its place. */
const HASH_CHARACTERS = 16;
const MAXIMUM_LENGTH = 100;

const payload = z.tuple([z.number().int().nonnegative(), z.string().regex(/^[0-9a-f]{16}$/)]);

/** A place in the log: behind which publication a reader wants to go on. */
export interface LogPlace {
  readonly sequence: number;
  readonly chainHash: string;
}

/** Names a place in the log: base64url of JSON, opaque to callers. The hash in it ties it to this log. */
export function changeCursor({ sequence, chainHash }: LogPlace): string {
  const place: z.infer<typeof payload> = [sequence, chainHash.slice(0, HASH_CHARACTERS)];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The cursor behind everything that an edition holds. */
export function endCursor({ edition }: Catalogue): string {
  return changeCursor({ sequence: edition.sequence, chainHash: edition.id });
}

/**
 * The sequence behind which a cursor stands in this catalogue's log.
 *
 * A cursor of another log is refused, and never taken for a place in this one: whoever went on from there could miss a
 * withdrawal. One that is ahead may come from a process that heard of a publication first.
 *
 * @param where which part of the request the cursor is.
 * @returns ApiError `INVALID_CURSOR`, or `NOT_READY` where this process has not read the log that far.
 */
export function sequenceBehind(
  cursor: string,
  { history, edition }: Catalogue,
  where: string,
): number | ApiError {
  const read = cursor.length > MAXIMUM_LENGTH ? null : payload.safeParse(parsed(cursor));
  if (!read?.success) return foreign(where, 'This is not a cursor of a change.');
  const [sequence, hash] = read.data;
  if (sequence > edition.sequence) return ahead(where);
  const own = sequence === 0 ? GENESIS : history.at(sequence)?.chainHash;
  if (own?.startsWith(hash)) return sequence;
  return foreign(where, 'It belongs to another log, as after a backup was restored.');
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

function foreign(where: string, what: string): ApiError {
  const remedy =
    'Ask for the changes from the beginning, without a cursor, and replace what you keep.';
  return new ApiError('INVALID_CURSOR', { where, what, remedy });
}

function ahead(where: string): ApiError {
  return new ApiError('NOT_READY', {
    where,
    what: 'This process has not read the log that far.',
    remedy:
      'Ask again in a second. Where it stays so, a backup was restored: begin without a cursor.',
  });
}
