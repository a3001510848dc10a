import Negotiator from 'negotiator';
import type { Coding } from '../answering/answer';

/** The media types in which a GraphQL answer can be sent (GraphQL over HTTP, 6.3), that for who does not say first. */
const MEDIA_TYPES = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
] as const;
/** The best first, where a client takes several alike. */
const CODINGS: Coding[] = ['br', 'gzip', 'identity'];
const PAGE = 'text/html';

export type AnswerMediaType = (typeof MEDIA_TYPES)[number];

/** For who takes neither, and is told so. */
export const [AS_JSON] = MEDIA_TYPES;

/** Whether it is GraphQL's own, which has statuses of its own (GraphQL over HTTP, 6.4.2). */
export function isModern(mediaType: AnswerMediaType): boolean {
  return mediaType !== AS_JSON;
}

/** Programs send a few dozen different headers; whoever sends others is answered some microseconds later. */
const MOST_HEADERS = 100;

/** What clients accept (RFC 9110, 12.5), read once for each way in which they say it. */
export class Acceptance {
  readonly #codings = new Map<string, Coding>();
  readonly #mediaTypes = new Map<string, AnswerMediaType | null>();

  coding(acceptEncoding: string | undefined): Coding {
    if (acceptEncoding === undefined) return 'identity';
    return readOnce(this.#codings, acceptEncoding, codingFor);
  }

  /** @returns null for who takes neither of them. */
  mediaType(accept: string | undefined): AnswerMediaType | null {
    return readOnce(this.#mediaTypes, accept ?? '*/*', mediaTypeFor);
  }
}

/** Whether who accepts this would rather have a page to look at. */
export function wantsPage(accept: string | undefined): boolean {
  // Most do not even name it, and to weigh everything that they name takes longer than to answer them.
  if (accept?.includes(PAGE) !== true) return false;
  return new Negotiator({ headers: { accept } }).mediaType([...MEDIA_TYPES, PAGE]) === PAGE;
}

/** Whether a client takes gzip, liked best or not. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  const headers = { 'accept-encoding': acceptEncoding ?? '' };
  return new Negotiator({ headers }).encodings(CODINGS).includes('gzip');
}

function mediaTypeFor(accept: string): AnswerMediaType | null {
  const found = new Negotiator({ headers: { accept } }).mediaType([...MEDIA_TYPES]);
  return MEDIA_TYPES.find((type) => type === found) ?? null;
}

/** Since negotiator 1.0; its types do not tell yet. */
interface Preferring {
  encoding(
    available: readonly string[],
    options: { readonly preferred: readonly string[] },
  ): string | undefined;
}

function codingFor(acceptEncoding: string): Coding {
  const negotiator: Preferring = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } });
  const found = negotiator.encoding(CODINGS, { preferred: CODINGS });
  return CODINGS.find((coding) => coding === found) ?? 'identity';
}

function readOnce<Meaning>(
  known: Map<string, Meaning>,
  header: string,
  read: (header: string) => Meaning,
): Meaning {
  let meaning = known.get(header);
  if (meaning === undefined) {
    meaning = read(header);
    if (known.size < MOST_HEADERS) known.set(header, meaning);
  }
  return meaning;
}
