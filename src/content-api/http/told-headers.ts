import type { Rate } from '../access/rates';
import type { Told } from '../answering/outcome';
import { isModern, type AnswerMediaType } from './accept';
import { EXPOSED_HEADERS, VARY } from './answer-headers';
import { RETRY_AFTER_SECONDS } from './health';
import { SAFE_HEADERS } from './safe-headers';

/** What else than the refusal itself its headers tell. */
export interface ToldCircumstances {
  readonly mediaType: AnswerMediaType;
  /** Null where no catalogue is loaded. */
  readonly editionId: string | null;
  /** In points; null where it is not known who asks. */
  readonly costLimit: number | null;
  readonly rate: Rate | null;
}

/**
 * GraphQL over HTTP, 6.4.1 (`application/json`): a server SHOULD answer 200 to a well-formed request, also where the
 * document does not parse or validate, since a client of that media type cannot tell such a 400 from a gateway's.
 */
export function statusOf({ status, isOfQuestion }: Told, mediaType: AnswerMediaType): number {
  return status === 400 && isOfQuestion && !isModern(mediaType) ? 200 : status;
}

/** The headers of what is no answer, names and values in turn. Nobody need keep it. */
export function toldHeaders(
  told: Told,
  { mediaType, editionId, costLimit, rate }: ToldCircumstances,
): string[] {
  const headers = [
    'Cache-Control',
    'no-store',
    'Vary',
    VARY,
    'Access-Control-Allow-Origin',
    '*',
    'Access-Control-Expose-Headers',
    EXPOSED_HEADERS,
    ...Object.entries(SAFE_HEADERS).flat(),
    'Content-Type',
    mediaType,
    'Content-Length',
    String(told.body.length),
  ];
  if (editionId !== null) headers.push('Content-Edition', editionId);
  if (told.cost !== null && costLimit !== null) {
    headers.push('Query-Cost', String(told.cost), 'Query-Cost-Limit', String(costLimit));
  }
  if (rate) headers.push(...rate.headers);
  if (told.status === 401) headers.push('WWW-Authenticate', 'Bearer');
  if (told.status === 405 && !told.headers.has('allow')) headers.push('Allow', 'GET, HEAD, POST');
  if (told.status === 429)
    headers.push('Retry-After', String(rate?.resetSeconds ?? RETRY_AFTER_SECONDS));
  if (told.status === 503) headers.push('Retry-After', String(RETRY_AFTER_SECONDS));
  for (const [name, value] of told.headers) {
    // The server's own word on keeping refusals, which is another than ours.
    if (name !== 'cache-control') headers.push(name, value);
  }
  return headers;
}
