import type { Fewest, Question } from '../questions/question';
import { Connection, type Answer } from './connection';
import { bodies, getRequest, postRequest, type Target } from './request';

/** What is asked over and over in a round. Plain data: it crosses to the process that asks. */
export type Asking =
  /** The same question again and again. */
  | {
      readonly kind: 'hot';
      readonly question: Question;
      readonly fewest: Fewest;
      readonly n: number;
    }
  /** New questions only, beginning with the n-th. */
  | {
      readonly kind: 'cold';
      readonly question: Question;
      readonly fewest: Fewest;
      readonly n: number;
      /** How often each is asked, at once; default once. */
      readonly times?: number;
    }
  /** The same GET again and again, with `If-None-Match` among the target's headers. */
  | { readonly kind: 'get'; readonly status: number };

/** One round: so many connections, each asking again as soon as it has its answer. */
export interface Round {
  readonly target: Target;
  readonly asking: Asking;
  readonly connections: number;
  /** How long new requests are sent; or else how many are. */
  readonly until: { readonly milliseconds: number } | { readonly requests: number };
}

/** What a round came to. */
export interface RoundResult {
  readonly answers: number;
  readonly milliseconds: number;
  /** Of all bodies together. */
  readonly bytes: number;
  /** From sending a request to the last byte of its answer. */
  readonly latency: { readonly p50: number; readonly p99: number };
  /** Which question would be the next new one. */
  readonly nextQuestion: number;
}

/** Reads one answer in so many whole, to see that it is an answer and not an error told quickly. */
const LOOK_AT_ONE_IN = 200;

/** @throws Error where an answer is not what was asked for. */
export async function run(round: Round, now: () => number): Promise<RoundResult> {
  const { target, asking, until } = round;
  let nextQuestion = asking.kind === 'cold' ? asking.n : 0;
  const request = requests(target, asking, () => nextQuestion++);
  const expectedStatus = asking.kind === 'get' ? asking.status : 200;
  const connections = await Promise.all(
    Array.from({ length: round.connections }, () => Connection.open(target.port)),
  );
  const latencies: number[] = [];
  let bytes = 0;
  let sent = 0;
  const start = now();
  const isOver = () =>
    'requests' in until ? sent >= until.requests : now() - start >= until.milliseconds;

  // Callbacks, not promises: they leave the processor to the server.
  const ask = (connection: Connection) =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      let isLookedAt = false;
      const settle = {
        reject,
        resolve(answer: Answer) {
          latencies.push(now() - sentAt);
          bytes += answer.bytes;
          try {
            if (answer.status !== expectedStatus || isLookedAt) check(answer, expectedStatus);
            next();
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      };
      const next = () => {
        if (isOver()) {
          resolve();
          return;
        }
        sent += 1;
        isLookedAt = sent % LOOK_AT_ONE_IN === 1;
        const bytesToSend = request();
        sentAt = now();
        connection.send(bytesToSend, isLookedAt, settle);
      };
      next();
    });
  try {
    await Promise.all(connections.map(ask));
  } finally {
    for (const connection of connections) connection.close();
  }

  const milliseconds = now() - start;
  latencies.sort((a, b) => a - b);
  const percentile = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    answers: latencies.length,
    milliseconds,
    bytes,
    latency: { p50: percentile(0.5), p99: percentile(0.99) },
    nextQuestion,
  };
}

function requests(target: Target, asking: Asking, next: () => number): () => Buffer {
  if (asking.kind === 'get') {
    const only = getRequest(target);
    return () => only;
  }
  const body = bodies(asking.question, asking.fewest);
  if (asking.kind === 'cold')
    return repeated(asking.times ?? 1, () => postRequest(target, body(next())));
  const only = postRequest(target, body(asking.n));
  return () => only;
}

function repeated(times: number, make: () => Buffer): () => Buffer {
  let made: Buffer | null = null;
  let left = 0;
  return () => {
    if (!made || left === 0) {
      made = make();
      left = times;
    }
    left -= 1;
    return made;
  };
}

function check(answer: Answer, expectedStatus: number): void {
  const text = answer.body?.toString() ?? '';
  if (answer.status !== expectedStatus) {
    throw new Error(
      `Answered with status ${answer.status} instead of ${expectedStatus}: ${text.slice(0, 500)}`,
    );
  }
  if (expectedStatus !== 200) return;
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: unknown;
  };
  const isEmpty = (value: unknown) =>
    value === null || (Array.isArray(value) && value.length === 0);
  if (errors !== undefined || !data || Object.values(data).some(isEmpty)) {
    throw new Error(`Not an answer: ${text.slice(0, 500)}`);
  }
}
