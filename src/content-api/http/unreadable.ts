import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { problemOf } from './problem';
import { tooLarge, type Refusal } from './refusal';

const NOT_HTTP: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'Request: It is not HTTP. Send a request as RFC 9112 has it.',
};

/** Refuses what Node could not read as a request: there is a socket and no request to reply to. */
export function refuseUnreadable(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy(error as Error);
  const refusal = error.code === 'HPE_HEADER_OVERFLOW' ? tooLarge() : NOT_HTTP;
  const body = problemOf(refusal);
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
