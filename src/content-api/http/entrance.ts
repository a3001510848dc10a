import type { Server } from 'node:http';
import type { Handler } from './graphql';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem';
import type { Refusal } from './refusal';
import { SAFE_HEADERS } from './safe-headers';

/** RFC 9112, 3.2.2: how a client asks that takes this process for a proxy. */
const ORIGIN_IN_TARGET = /^https?:\/\/[^/?#]*/i;

const NO_HOST: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'Header "Host": It is missing. Send it, as RFC 9112 has it.',
};

/** The address that a request asks for, with its query, in whichever of HTTP's forms it was sent. */
export function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const rest = target.replace(ORIGIN_IN_TARGET, '');
  return rest === target || rest.startsWith('/') ? rest : `/${rest}`;
}

/** Where every request comes in: whoever answers behind it need know one form of HTTP only. */
export function entrance(handle: Handler): Handler {
  return (request, response) => {
    request.url = originForm(request.url ?? '/');
    if (request.headers.host !== undefined || request.httpVersion === '1.0') {
      handle(request, response);
      return;
    }
    response.writeHead(NO_HOST.status, {
      ...SAFE_HEADERS,
      'Content-Type': PROBLEM_MEDIA_TYPE,
      Connection: 'close',
    });
    response.end(problemOf(NO_HOST));
  };
}

/** Balancers keep connections for 60 s: who closes one first must be they, or a request is lost between the two. */
export const KEEP_ALIVE_MILLISECONDS = 72_000;

/** For `createServer`: Node refuses a request without a host by itself, and says nothing. */
export const ENTRANCE_OPTIONS = { requireHostHeader: false } as const;

/** Passes over what a request expects and nobody knows (RFC 9110, 10.1.1): Node would refuse it, and say nothing. */
export function passExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}
