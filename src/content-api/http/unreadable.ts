import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem';
import { tooLarge, type Refusal } from './refusal';
import { SAFE_HEADERS } from './safe-headers';

const TOO_SLOW: Refusal = {
  status: 408,
  code: 'BAD_REQUEST',
  message: 'Request: It did not come whole in time. Send it again.',
};

const NOT_HTTP: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'Request: It is not HTTP. Send a request as RFC 9112 has it.',
};

/** Refuses what Node could not read as a request: there is a socket and no request to reply to. */
export function refuseUnreadable(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error as Error);
  const refusal = refusalOf(error.code);
  const body = problemOf(refusal);
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
      ...Object.entries(SAFE_HEADERS).map(([name, value]) => `${name}: ${value}`),
      `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
      'Cache-Control: no-store',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TOO_SLOW;
  return code === 'HPE_HEADER_OVERFLOW' || code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW'
    ? tooLarge()
    : NOT_HTTP;
}
