import { ContentError } from './content-error.js';

/** What the client needs of its surroundings; each has a default. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Rejects with the signal's reason when it is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** How often and how long it is tried. */
export interface Patience {
  /** An attempt's own limit. */
  readonly timeoutMilliseconds: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** The longest pause between two. A server that wants a longer one is not asked again. */
  readonly longestPauseMilliseconds: number;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const PASSING = new Set([429, 502, 503, 504]);
const FIRST_PAUSE = 250;

/**
 * Sends a request until an answer comes that another attempt would not change, and gives back the last.
 *
 * @throws ContentError `UNREACHABLE` or `TIMED_OUT`; the signal's reason where it is aborted.
 */
export async function send(
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  patience: Patience,
  surroundings: Surroundings,
): Promise<Reply> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOf(url, init, signal, patience, surroundings);
    const isLast = attempt >= patience.retries;
    const isFinal = !(outcome instanceof ContentError) && !PASSING.has(outcome.status);
    const pause = isFinal || isLast ? null : pauseAfter(outcome, attempt, patience, surroundings);
    if (pause === null) {
      if (outcome instanceof ContentError) throw outcome;
      return outcome;
    }
    await surroundings.sleep(pause, signal);
  }
}

async function attemptOf(
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  { timeoutMilliseconds }: Patience,
  { fetch }: Surroundings,
): Promise<Reply | ContentError> {
  signal?.throwIfAborted();
  const attempt = new AbortController();
  const stop = () => attempt.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    attempt.abort();
  }, timeoutMilliseconds);
  try {
    const response = await fetch(url, { ...init, signal: attempt.signal });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  } catch (cause) {
    signal?.throwIfAborted();
    return isLate
      ? new ContentError('TIMED_OUT', `No answer in ${timeoutMilliseconds} ms.`, null, null, {
          cause,
        })
      : new ContentError('UNREACHABLE', 'The content API cannot be reached.', null, null, {
          cause,
        });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** As long as the server says, else a random part of a pause that doubles; null where that is too long to wait. */
function pauseAfter(
  outcome: Reply | ContentError,
  attempt: number,
  { longestPauseMilliseconds }: Patience,
  { now, random }: Surroundings,
): number | null {
  const wanted =
    outcome instanceof ContentError ? null : retryAfter(outcome.headers.get('retry-after'), now());
  if (wanted !== null) return wanted > longestPauseMilliseconds ? null : wanted;
  return random() * Math.min(FIRST_PAUSE * 2 ** attempt, longestPauseMilliseconds);
}

function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** Waits with a timer. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the caller's own reason, whatever it is.
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
