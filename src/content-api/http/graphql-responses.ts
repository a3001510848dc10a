import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../access/caller';
import type { Rate } from '../access/rates';
import type { Answer, Coding, Representation } from '../answering/answer';
import type { Deprecation } from '../answering/deprecation';
import type { Told } from '../answering/outcome';
import type { Catalogue } from '../catalogue/catalogue';
import type { WirePieces } from '../wire-pieces';
import { AS_JSON, type AnswerMediaType } from './accept';
import { answerHeaders, cacheControlFor, isHeld } from './answer-headers';
import { addressAt, type AskedTime } from './as-of';
import { statusOf, toldHeaders } from './told-headers';

/** A request to `/graphql`, and what is known of it before its question is looked at. */
export interface Visit<Who extends Caller | null = Caller | null> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** As `performance.now()` tells it. */
  readonly startedAt: number;
  /** Null where it is not known who asks. */
  readonly caller: Who;
  readonly rate: Rate | null;
  /** In which an answer is wanted; null for one that there is none in. */
  readonly mediaType: AnswerMediaType | null;
  readonly coding: Coding;
}

export interface GraphqlResponsesParts {
  readonly cacheTagHeader: string;
  /** How long a long answer waits for a reader who takes nothing of it. */
  readonly longestStallMilliseconds: number;
  /** Counts an answer that was sent. */
  sent(status: number, seconds: number): void;
  /** Counts an answer that somebody will not get for ever. */
  usedDeprecated(caller: Caller, deprecation: Deprecation): void;
}

/** What is sent and how it was found. */
interface Sent {
  readonly answer: Answer;
  readonly wasKept: boolean;
  readonly headers?: ReadonlyMap<string, string>;
}

const NONE: readonly string[] = [];
/** Of 64 kB. */
const PIECES_AT_ONCE = 16;

/** Writes what a question is answered as HTTP. */
export class GraphqlResponses {
  constructor(private readonly parts: GraphqlResponsesParts) {}

  answer(visit: Visit<Caller>, catalogue: Catalogue, time: AskedTime, sent: Sent): void {
    const representation = sent.answer.in(visit.coding);
    if (!(representation instanceof Promise)) {
      this.#send(visit, catalogue, time, sent, representation);
      return;
    }
    representation.then(
      (made) => this.#send(visit, catalogue, time, sent, made),
      (error: unknown) => visit.response.destroy(error as Error),
    );
  }

  /** @param catalogue whose edition it is about; null where none is loaded. */
  tell(visit: Visit, catalogue: Catalogue | null, told: Told): void {
    const { request, response, caller, rate, startedAt } = visit;
    const mediaType = visit.mediaType ?? AS_JSON;
    const status = statusOf(told, mediaType);
    const headers = toldHeaders(told, {
      mediaType,
      editionId: catalogue?.edition.id ?? null,
      costLimit: caller?.rights.queryCostLimit ?? null,
      rate,
    });
    response.writeHead(status, headers);
    response.end(request.method === 'HEAD' ? '' : told.body, 'latin1');
    this.parts.sent(status, (performance.now() - startedAt) / 1_000);
  }

  #send(
    visit: Visit<Caller>,
    catalogue: Catalogue,
    time: AskedTime,
    { answer, wasKept, headers: added }: Sent,
    representation: Representation,
  ): void {
    const { request, response, caller, rate, mediaType } = visit;
    const { rights } = caller;
    const isUnchanged =
      request.method !== 'POST' && isHeld(request.headers['if-none-match'], representation.tag);
    const headers = answerHeaders(
      representation,
      {
        mediaType: mediaType ?? AS_JSON,
        editionId: catalogue.edition.id,
        cacheControl: cacheControlFor(rights, time),
        // Nobody may keep a preview, so that there is nothing to evict.
        cacheTags: rights.kind === 'preview' ? '' : answer.cacheTags,
        cacheTagHeader: this.parts.cacheTagHeader,
        wasKept,
        cost: answer.cost,
        costLimit: rights.queryCostLimit,
        rate: rate?.headers ?? NONE,
        deprecation: answer.deprecation?.headers ?? NONE,
        memento: time.isPast ? mementoHeaders(request, catalogue) : NONE,
        added: added && added.size > 0 ? [...added].flat() : NONE,
      },
      isUnchanged,
    );
    const status = isUnchanged ? 304 : 200;
    response.writeHead(status, headers);
    if (isUnchanged || request.method === 'HEAD') {
      response.end();
    } else {
      this.#sendBody(response, representation.body);
    }
    this.parts.sent(status, (performance.now() - visit.startedAt) / 1_000);
    if (answer.deprecation) this.parts.usedDeprecated(caller, answer.deprecation);
  }

  #sendBody(response: ServerResponse, body: Representation['body']): void {
    // Node would join a text to the headers, which copies it; sent by itself it goes out with them all the same.
    response.cork();
    response.flushHeaders();
    if (Buffer.isBuffer(body)) {
      response.end(body);
      return;
    }
    if (body.length > PIECES_AT_ONCE) {
      response.setTimeout(this.parts.longestStallMilliseconds, () => response.destroy());
    }
    sendPieces(response, body, 0);
  }
}

/**
 * Sends a megabyte, and goes on when the client has taken it: Node copies at once whatever it is given.
 *
 * @param response corked.
 */
function sendPieces(response: ServerResponse, pieces: WirePieces, from: number): void {
  const next = from + PIECES_AT_ONCE;
  for (const piece of pieces.slice(from, next)) response.write(piece, 'latin1');
  if (next >= pieces.length) {
    response.end();
  } else {
    response.once('drain', () => {
      response.cork();
      sendPieces(response, pieces, next);
    });
    response.uncork();
  }
}

/** Characters. A proxy as it comes takes 4 kB of headers; who sent a longer address has it, and knows the edition. */
const LONGEST_ADDRESS = 1_000;

/** RFC 7089, 2.1.1 and 4.2: the time of what is shown, and where just this is found again. */
function mementoHeaders({ url = '' }: IncomingMessage, { edition }: Catalogue): string[] {
  const address = addressAt(url, edition.id);
  const headers = address.length > LONGEST_ADDRESS ? [] : ['Content-Location', address];
  if (edition.publishedAt !== null) {
    headers.push('Memento-Datetime', new Date(edition.publishedAt).toUTCString());
  }
  return headers;
}
