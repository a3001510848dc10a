import type { Coding } from '../answering/answer';

/** The media types in which a GraphQL answer can be sent. */
export type AnswerMediaType = 'application/graphql-response+json' | 'application/json';

/**
 * GraphQL over HTTP, 6.1: the modern media type for who asks for it, the older one for who takes it or says nothing.
 *
 * @returns null where the client takes neither, or orders them by weights: that is for the whole negotiation to decide.
 */
function answerMediaType(accept: string): AnswerMediaType | null {
  if (accept === '*/*') return 'application/json';
  if (accept.includes('application/graphql-response+json')) {
    return isRefused(accept, 'application/graphql-response+json')
      ? null
      : 'application/graphql-response+json';
  }
  if (
    accept.includes('application/json') ||
    accept.includes('application/*') ||
    accept.includes('*/*')
  ) {
    return accept.includes('q=0') ? null : 'application/json';
  }
  return null;
}

/** Programs send a few dozen different headers; whoever sends others is answered a microsecond later. */
const MOST_HEADERS = 100;

/** Reads what clients accept, once for each form in which they say it. */
export class Acceptance {
  readonly #codings = new Map<string, Coding>();
  readonly #mediaTypes = new Map<string, AnswerMediaType | null>();

  coding(acceptEncoding: string | undefined): Coding {
    if (acceptEncoding === undefined) return 'identity';
    return readOnce(this.#codings, acceptEncoding, codingFor);
  }

  mediaType(accept: string | undefined): AnswerMediaType | null {
    return readOnce(this.#mediaTypes, accept ?? '*/*', answerMediaType);
  }
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

/** The best coding that a client takes (RFC 9110, 12.5.3). */
function codingFor(acceptEncoding: string): Coding {
  if (takes(acceptEncoding, 'br')) return 'br';
  return takes(acceptEncoding, 'gzip') ? 'gzip' : 'identity';
}

function takes(header: string, name: string): boolean {
  return new RegExp(`(^|[ ,])${name}\\s*(?=[;,]|$)`).test(header) && !isRefused(header, name);
}

/** Whether a weight of nought says "not this one". */
function isRefused(header: string, name: string): boolean {
  const [, parameters = ''] = header.split(name);
  const [own = ''] = parameters.split(',');
  return /;\s*q=0(\.0*)?\s*$/.test(own.trim());
}
