import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Refusal } from './refusal';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with problem details (RFC 9457), `code` being the extension member that programs tell refusals apart by. */
export function sendProblem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .status(refusal.status)
    .header('Content-Type', PROBLEM_MEDIA_TYPE)
    .header('Cache-Control', 'no-store')
    .send(problemOf(refusal));
}

/** The body of problem details. */
export function problemOf({ status, code, message }: Refusal): string {
  // RFC 9457, 4.2.1: without a page that describes the problem, the title is the status's own phrase.
  const title = STATUS_CODES[status];
  return JSON.stringify({ type: 'about:blank', title, status, detail: message, code });
}
