import type { Coding } from '../answers/answer';

/** The media types in which a GraphQL answer can be sent. */
export type AnswerMediaType = 'application/graphql-response+json' | 'application/json';

/**
 * GraphQL over HTTP, 6.1: the modern media type for who asks for it, the older one for who takes it or says nothing.
 *
 * @returns null where the client takes neither, or orders them by weights: that is for the whole negotiation to decide.
 */
export function answerMediaType(accept: string | undefined): AnswerMediaType | null {
  if (accept === undefined || accept === '*/*') return 'application/json';
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

/** Reads Accept-Encoding, once for each form in which it is sent. */
export class Codings {
  readonly #known = new Map<string, Coding>();

  for(acceptEncoding: string | undefined): Coding {
    if (acceptEncoding === undefined) return 'identity';
    let coding = this.#known.get(acceptEncoding);
    if (coding === undefined) {
      coding = codingFor(acceptEncoding);
      if (this.#known.size < MOST_HEADERS) this.#known.set(acceptEncoding, coding);
    }
    return coding;
  }
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
