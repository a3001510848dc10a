import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DefectLog } from '../graphql/server';
import { readBody } from './body';
import type { GraphqlLane } from './graphql-lane';

/** What answers a request, in Node's own terms. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The bodies that were read ahead of the framework, by request; null for one that is too long. */
export type ReadBodies = WeakMap<IncomingMessage, Buffer | null>;

export interface GraphqlFrontOptions {
  readonly lane: GraphqlLane;
  /** The long way. */
  readonly framework: Handler;
  readonly bodies: ReadBodies;
  readonly longestBodyBytes: number;
  readonly log: DefectLog;
}

/** Sends each question the short way, and whatever else comes the long one. */
export function graphqlFront(options: GraphqlFrontOptions): Handler {
  const { lane, framework, bodies, longestBodyBytes, log } = options;

  function go(request: IncomingMessage, response: ServerResponse, body: Buffer | null): void {
    try {
      const asked = lane.enter(request, body);
      if (asked && lane.answer(request, response, asked)) return;
    } catch (error) {
      log.error({ err: error }, 'A question could not be answered the short way');
      if (response.headersSent) {
        response.destroy();
        return;
      }
    }
    framework(request, response);
  }

  return (request, response) => {
    const { method, url = '' } = request;
    if (url !== '/graphql' && !url.startsWith('/graphql?')) {
      framework(request, response);
    } else if (method === 'POST' && isJson(request.headers['content-type'])) {
      readBody(request, longestBodyBytes, (body) => {
        bodies.set(request, body);
        if (body) go(request, response, body);
        else framework(request, response);
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
