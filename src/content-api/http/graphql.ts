import { HeaderMap } from '@apollo/server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../access/caller';
import type { Rates } from '../access/rates';
import { toldOf } from '../answering/outcome';
import { failed } from '../answering/result';
import type { Question } from '../answering/question';
import type { RememberedAnswers } from '../answering/remembered-answers';
import type { Road } from '../answering/road';
import { shelfOf } from '../answering/shelf';
import type { Catalogue } from '../catalogue/catalogue';
import type { DraftOverlay } from '../drafts/draft-overlay';
import { ApiError } from '../errors';
import type { Follower } from '../log/follower';
import { Acceptance, wantsPage } from './accept';
import { NOW, askedTime, type AskedTime } from './as-of';
import { draftsAreAway, pastIsAway } from './away';
import { readBody } from './body';
import type { GraphqlResponses, Visit } from './graphql-responses';
import { notReady } from './health';
import { asksSomething, questionInAddress, questionInBody } from './question';
import { tooLarge, type Refusal } from './refusal';

/** What answers a request, in Node's own terms. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface GraphqlHandlerParts {
  readonly road: Road;
  readonly answers: RememberedAnswers;
  readonly responses: GraphqlResponses;
  readonly follower: Pick<Follower, 'catalogue' | 'at'>;
  readonly drafts: Pick<DraftOverlay, 'over'>;
  readonly callerOf: (authorization: string | undefined) => Caller | ApiError;
  readonly rates: Rates;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly longestBodyBytes: number;
  /** Shows itself to who opens the address in a browser. */
  readonly explorer: Handler;
  /** Answers preflights. */
  readonly framework: Handler;
}

/**
 * `/graphql`: GraphQL over HTTP. In front stands an HTTP cache: answers that came through the road, found by exactly what
 * was asked. Whatever is not found there takes the road.
 */
export function graphqlHandler(parts: GraphqlHandlerParts): Handler {
  const { road, answers, responses, follower, drafts, callerOf, rates, now } = parts;
  const acceptance = new Acceptance();

  function enter(request: IncomingMessage, response: ServerResponse, body: Buffer | null): void {
    const startedAt = performance.now();
    const { authorization, accept } = request.headers;
    const asked = callerOf(authorization);
    const caller = asked instanceof ApiError ? null : asked;
    const rate = caller && rates.take(request, caller);
    const accepted = acceptance.mediaType(accept);
    const coding = acceptance.coding(request.headers['accept-encoding']);
    const visit = { request, response, startedAt, caller, rate, mediaType: accepted, coding };
    const { catalogue } = follower;
    const refusal =
      (asked instanceof ApiError ? asked : rate?.refusal) ??
      (accepted === null ? NOT_ACCEPTABLE : null) ??
      unreadable(request, body) ??
      (catalogue === null ? notReady() : null);
    if (refusal || !caller || !catalogue) {
      responses.tell(visit, catalogue, toldOf(refusal ?? notReady()));
    } else {
      ask({ ...visit, caller }, catalogue, body);
    }
  }

  function ask(visit: Visit<Caller>, newest: Catalogue, body: Buffer | null): void {
    const { request, caller } = visit;
    const { url = '' } = request;
    const acceptDatetime = request.headers['accept-datetime'] as string | undefined;
    const spelling = acceptDatetime === undefined ? spellingOf(request, body) : null;
    if (spelling !== null) {
      answers.moveTo(newest);
      // What meant now when it was first asked in these words means now again: an address that names a time is kept
      // elsewhere.
      const shelf = shelfOf(caller, newest, false);
      const known = shelf === null ? null : answers.get(shelf, spelling);
      if (known) return responses.answer(visit, newest, NOW, { answer: known, wasKept: true });
    }
    const time = askedTime(url, acceptDatetime, newest.history, now());
    const question = body === null ? questionInAddress(url) : questionInBody(body);
    const refusal =
      time instanceof ApiError ? time : question instanceof ApiError ? question : null;
    if (refusal || time instanceof ApiError || question instanceof ApiError) {
      return responses.tell(visit, newest, toldOf(refusal ?? notReady()));
    }
    const whole = { ...question, http: httpOf(request) };
    take(visit, newest, time, whole, spelling).catch((error: unknown) => {
      road.defects.note(error);
      if (visit.response.headersSent) visit.response.destroy();
      else responses.tell(visit, newest, toldOf(failed()));
    });
  }

  async function take(
    visit: Visit<Caller>,
    newest: Catalogue,
    time: AskedTime,
    question: Question,
    spelling: string | null,
  ): Promise<void> {
    const { caller } = visit;
    const there = catalogueAt(time, newest, caller);
    // In Strapi's process each promise is watched, and costs.
    const catalogue = there instanceof Promise ? await there : there;
    if (catalogue instanceof ApiError) return responses.tell(visit, newest, toldOf(catalogue));
    const outcome = await road.answer(
      { question, caller, catalogue },
      { isPast: time.isPast, spelling },
    );
    if ('answer' in outcome) responses.answer(visit, catalogue, time, outcome);
    else responses.tell(visit, catalogue, outcome);
  }

  function catalogueAt(
    { sequence }: AskedTime,
    newest: Catalogue,
    { rights }: Caller,
  ): Catalogue | Promise<Catalogue | ApiError> {
    if (sequence !== null) return follower.at(sequence).catch(pastIsAway);
    return rights.kind === 'preview' ? drafts.over(newest, rights).catch(draftsAreAway) : newest;
  }

  return (request, response) => {
    const { method = '', url = '', headers } = request;
    if (method === 'POST') {
      readBody(request, parts.longestBodyBytes, (body) => enter(request, response, body));
    } else if (method === 'OPTIONS') {
      parts.framework(request, response);
    } else if (opensPage(method, url, headers.accept)) {
      parts.explorer(request, response);
    } else {
      enter(request, response, null);
    }
  };
}

/** Whether a person has opened the address in a browser; a program asks something. */
function opensPage(method: string, url: string, accept: string | undefined): boolean {
  return (method === 'GET' || method === 'HEAD') && wantsPage(accept) && !asksSomething(url);
}

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/** Why a request is not looked into. @param body null where it has none, and where it is too long. */
function unreadable({ method, headers }: IncomingMessage, body: Buffer | null): Refusal | null {
  if (method === 'GET' || method === 'HEAD') return null;
  if (method !== 'POST') return NOT_THIS_METHOD;
  if (body === null) return tooLarge();
  const { 'content-type': type, 'content-encoding': encoding } = headers;
  if (encoding !== undefined && encoding !== 'identity') return NOT_CODED;
  return type !== undefined && JSON_TYPE.test(type) ? null : NOT_JSON;
}

const BRACE = '{'.charCodeAt(0);

/**
 * A request as it came, where one that came alike is answered alike: the whole address of a GET or HEAD, the body of a
 * POST whose address says nothing besides. No address begins as such a body does.
 */
function spellingOf({ url = '' }: IncomingMessage, body: Buffer | null): string | null {
  if (body === null) return url;
  return url === '/graphql' && body[0] === BRACE ? body.toString('latin1') : null;
}

/** The request as plugins of the server look at it; HEAD is GET without the body. */
function httpOf({ method = '', url = '', headers }: IncomingMessage): Question['http'] {
  const start = url.indexOf('?');
  let map: HeaderMap | null = null;
  return {
    method: method === 'HEAD' ? 'GET' : method,
    // Where no plugin looks at them there is nothing to make.
    get headers() {
      return (map ??= headerMapOf(headers));
    },
    search: start === -1 ? '' : url.slice(start),
    body: undefined,
  };
}

function headerMapOf(headers: IncomingMessage['headers']): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}

const NOT_ACCEPTABLE: Refusal = {
  status: 406,
  code: 'BAD_REQUEST',
  message:
    'Header "Accept": Answers are application/graphql-response+json or application/json. Accept one of them.',
};

const NOT_JSON: Refusal = {
  status: 415,
  code: 'BAD_REQUEST',
  message: 'Header "Content-Type": A question is sent as JSON, in UTF-8. Say application/json.',
};

const NOT_CODED: Refusal = {
  status: 415,
  code: 'BAD_REQUEST',
  message: 'Header "Content-Encoding": A question is read as it is. Send it without a coding.',
};

const NOT_THIS_METHOD: Refusal = {
  status: 405,
  code: 'BAD_REQUEST',
  message: 'Method: Questions are asked by GET and by POST. Use one of them.',
};
