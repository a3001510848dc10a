import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from '../errors';
import type { DefectLog } from '../answering/server';
import { readBody } from './body';
import type { Asked, GraphqlLane, Refused } from './graphql-lane';

/** What answers a request, in Node's own terms. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What was found out about a request ahead of the framework. */
export interface Ahead {
  /** Null for one that is too long, or was not read. */
  readonly body: Buffer | null;
  readonly asked: Asked | ApiError | null;
  /** Why the short way refuses to answer. */
  readonly refused?: Refused;
}

/** By request, and for as long as it lasts. */
export type AheadOfFramework = WeakMap<IncomingMessage, Ahead>;

export interface GraphqlFrontOptions {
  readonly lane: GraphqlLane;
  /** The long way. */
  readonly framework: Handler;
  readonly ahead: AheadOfFramework;
  readonly longestBodyBytes: number;
  readonly log: DefectLog;
}

/** Sends each question the short way, and whatever else comes the long one. */
export function graphqlFront(options: GraphqlFrontOptions): Handler {
  const { lane, framework, ahead, longestBodyBytes, log } = options;

  function go(request: IncomingMessage, response: ServerResponse, body: Buffer | null): void {
    const asked = lane.enter(request, body);
    if (asked instanceof Promise) {
      // It resolves to a refusal where something is amiss, and never rejects.
      void asked.then((past) => answer(request, response, body, past));
    } else {
      answer(request, response, body, asked);
    }
  }

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    body: Buffer | null,
    asked: Asked | ApiError | null,
  ): void {
    let refused: Refused | undefined;
    try {
      if (asked && !(asked instanceof ApiError)) {
        const answered = lane.answer(request, response, asked);
        if (answered === true) return;
        if (answered !== false) refused = answered;
      }
    } catch (error) {
      log.error({ err: error }, 'A question could not be answered the short way');
      if (response.headersSent) {
        response.destroy();
        return;
      }
    }
    ahead.set(request, { body, asked, ...(refused && { refused }) });
    framework(request, response);
  }

  return (request, response) => {
    const { method, url = '' } = request;
    if (url !== '/graphql' && !url.startsWith('/graphql?')) {
      framework(request, response);
    } else if (method === 'POST' && isJson(request.headers['content-type'])) {
      readBody(request, longestBodyBytes, (body) => {
        if (body) {
          go(request, response, body);
        } else {
          ahead.set(request, { body: null, asked: null });
          framework(request, response);
        }
      });
    } else if (method === 'GET' || method === 'HEAD') {
      go(request, response, null);
    } else {
      framework(request, response);
    }
  };
}

function isJson(contentType: string | undefined): boolean {
  return contentType !== undefined && /^application\/json\s*(;|$)/i.test(contentType);
}
