import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { ApiError } from '../errors';

const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with problem details (RFC 9457), `code` being the extension member that programs tell refusals apart by. */
export function sendProblem(reply: FastifyReply, error: ApiError): FastifyReply {
  return reply
    .status(error.status)
    .header('Content-Type', PROBLEM_MEDIA_TYPE)
    .header('Cache-Control', 'no-store')
    .send(
      JSON.stringify({
        // RFC 9457, 4.2.1: without a page that describes the problem, the title is the status's own phrase.
        type: 'about:blank',
        title: STATUS_CODES[error.status],
        status: error.status,
        detail: error.message,
        code: error.code,
      }),
    );
}
