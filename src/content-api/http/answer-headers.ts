import type { Representation } from '../answering/answer';
import type { Rights } from '../access/rights';
import type { AnswerMediaType } from './accept';
import type { AskedTime } from './as-of';
import { SAFE_HEADERS } from './safe-headers';

/** What a cache must hold apart. */
export const VARY = 'Accept, Accept-Encoding, Accept-Datetime, Authorization';

/** What scripts of other sites may read of an answer besides its body: everything, since nothing depends on cookies. */
export const EXPOSED_HEADERS = '*';

/**
 * Half a minute, so that a text that is withdrawn is gone from every cache soon after; a cache that can be told by its
 * tags is told at once. Where the hub cannot be reached, an hour-old text beats none.
 */
const FRESHNESS = 'max-age=30, stale-while-revalidate=30, stale-if-error=3600';

/** What is past does not change. Shorter than for ever, since nothing tells a cache of a release that reads it anew. */
const FRESHNESS_OF_THE_PAST = 'max-age=3600';

/**
 * By whom an answer may be kept: anybody's by anyone, a key's by the one that sent it, a preview by nobody. One that was
 * chosen by a header is for who sent it, however anonymous: a cache that does not read `Vary`, and there are some, would
 * give it to who asks the plain address.
 */
export function cacheControlFor({ kind }: Rights, time: AskedTime): string {
  if (kind === 'preview') return 'no-store';
  const freshness = time.isPast ? FRESHNESS_OF_THE_PAST : FRESHNESS;
  const isForAnyone = kind === 'anonymous' && !time.isByHeader;
  return isForAnyone ? `public, ${freshness}` : `private, ${freshness}`;
}

const SAFE = Object.entries(SAFE_HEADERS).flat();

/** What differs from request to request. */
export interface AnswerCircumstances {
  readonly mediaType: AnswerMediaType;
  readonly editionId: string;
  readonly cacheControl: string;
  readonly cacheTags: string;
  readonly cacheTagHeader: string;
  readonly wasKept: boolean;
  /** In points, and how many the caller may spend at once. */
  readonly cost: number;
  readonly costLimit: number;
  /** Names and values in turn; empty where there is nothing to say. */
  readonly rate: readonly string[];
  readonly deprecation: readonly string[];
  readonly memento: readonly string[];
  /** What plugins of the server add. */
  readonly added: readonly string[];
}

/** The headers of an answer, names and values in turn, as `writeHead` takes them fastest. */
export function answerHeaders(
  { coding, length, tag }: Representation,
  circumstances: AnswerCircumstances,
  isUnchanged: boolean,
): string[] {
  const headers = [
    'ETag',
    tag,
    'Cache-Control',
    circumstances.cacheControl,
    'Vary',
    VARY,
    'Content-Edition',
    circumstances.editionId,
    'Cache-Status',
    circumstances.wasKept ? 'content-api; hit' : 'content-api; fwd=miss',
    'Access-Control-Allow-Origin',
    '*',
    'Query-Cost',
    String(circumstances.cost),
    'Query-Cost-Limit',
    String(circumstances.costLimit),
  ];
  append(headers, SAFE);
  append(headers, circumstances.rate);
  append(headers, circumstances.deprecation);
  append(headers, circumstances.memento);
  append(headers, circumstances.added);
  // RFC 9110, 15.4.5: a 304 says nothing about the bytes that it does not send. Which headers scripts may read, the
  // answer says that the client holds.
  if (isUnchanged) return headers;
  headers.push('Access-Control-Expose-Headers', EXPOSED_HEADERS);
  if (circumstances.cacheTags !== '') {
    headers.push(circumstances.cacheTagHeader, circumstances.cacheTags);
  }
  headers.push('Content-Type', circumstances.mediaType);
  headers.push('Content-Length', String(length));
  if (coding !== 'identity') headers.push('Content-Encoding', coding);
  return headers;
}

/** One by one: to spread an array costs more, and this is done for every answer. */
function append(headers: string[], more: readonly string[]): void {
  for (const part of more) headers.push(part);
}

/** Whether a client already holds these bytes (RFC 9110, 13.1.2: compared weakly). */
export function isHeld(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === tag || ifNoneMatch === '*') return true;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
