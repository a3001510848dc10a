import type { IncomingMessage } from 'node:http';
import type { Caller } from './caller';
import { ApiError } from '../errors';

const WINDOW_SECONDS = 60;
/** Of as many clients a minute's requests are counted each by itself; what is beyond shares one count. */
const MOST_CLIENTS = 100_000;
const ALL_OTHERS = 'all others';

/** How a request stands to what its sender may ask in a minute. */
export interface Rate {
  /** `RateLimit-Policy` and `RateLimit`, names and values in turn (draft-ietf-httpapi-ratelimit-headers-10). */
  readonly headers: readonly string[];
  /** Seconds until the count begins anew. */
  readonly resetSeconds: number;
  /** Why the request is not answered; null where it is. */
  readonly refusal: ApiError | null;
}

export interface RatesOptions {
  /** Milliseconds since the epoch. */
  now(): number;
  /** By what those are told apart who send no key. */
  addressOf(request: IncomingMessage): string;
}

/**
 * Counts requests by key, or by address where there is none, in minutes of the clock: one number a client, forgotten
 * with its minute. So twice the limit may come within a minute round its end, which harms nobody; what is counted here
 * protects a process, and each process counts for itself.
 */
export class Rates {
  #window = 0;
  #counts = new Map<string, number>();

  constructor(private readonly options: RatesOptions) {}

  /** Counts a request. @returns null where its sender may ask without end. */
  take(request: IncomingMessage, caller: Caller): Rate | null {
    const limit = caller.rateLimit;
    if (limit === 0) return null;
    const seconds = Math.floor(this.options.now() / 1_000);
    const count = this.#count(
      Math.floor(seconds / WINDOW_SECONDS),
      caller.keyId ?? this.options.addressOf(request),
    );
    const resetSeconds = WINDOW_SECONDS - (seconds % WINDOW_SECONDS);
    const policy = caller.keyId === null ? '"address"' : '"key"';
    return {
      headers: [
        'RateLimit-Policy',
        `${policy};q=${limit};w=${WINDOW_SECONDS}`,
        'RateLimit',
        `${policy};r=${Math.max(0, limit - count)};t=${resetSeconds}`,
      ],
      resetSeconds,
      refusal: count > limit ? tooMany(limit, resetSeconds) : null,
    };
  }

  #count(window: number, client: string): number {
    if (window !== this.#window) {
      this.#window = window;
      this.#counts = new Map();
    }
    const before = this.#counts.get(client);
    const isNewBeyond = before === undefined && this.#counts.size >= MOST_CLIENTS;
    const counted = isNewBeyond ? ALL_OTHERS : client;
    const count = (isNewBeyond ? (this.#counts.get(ALL_OTHERS) ?? 0) : (before ?? 0)) + 1;
    this.#counts.set(counted, count);
    return count;
  }
}

function tooMany(limit: number, resetSeconds: number): ApiError {
  return new ApiError('RATE_LIMITED', {
    where: 'Client',
    what: `It has asked more than ${limit} times within a minute.`,
    remedy: `Ask again in ${resetSeconds} s, or ask the practice for a key with a limit of its own.`,
  });
}
