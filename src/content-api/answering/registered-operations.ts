import { createHash } from 'node:crypto';
import type { OperationReader } from '../../operations/reader';
import type { RegisteredRow } from '../../operations/row';
import type { Rights } from '../access/rights';
import { ApiError } from '../errors';
import type { FollowerLog, Scheduler } from '../log/follower';
import { Polling } from '../polling';

/** Between two looks at what was registered: as long as a new one may go unknown. */
const POLL_MILLISECONDS = 1_000;

export interface RegisteredOperationsOptions {
  readonly reader: OperationReader;
  readonly scheduler: Scheduler;
  readonly log: FollowerLog;
}

/** Every operation that a frontend has registered, by its hash; what was registered since is read each second. */
export class RegisteredOperations {
  readonly #texts = new Map<string, string>();
  /** `NAME HASH`. */
  readonly #named = new Set<string>();
  #version = 0;
  #isUnreadable = false;
  readonly #polling: Polling;

  /** Starts to follow the table. */
  constructor(private readonly options: RegisteredOperationsOptions) {
    const read = () => this.#read();
    const failed = (error: unknown) => this.#failed(error);
    const close = () => options.reader.close();
    const pauseMilliseconds = POLL_MILLISECONDS;
    this.#polling = new Polling({ pauseMilliseconds, read, failed, close }, options.scheduler);
  }

  /** The text that a frontend, whichever, has registered; null for none. */
  textOf(sha256: string): string | null {
    return this.#texts.get(sha256) ?? null;
  }

  /**
   * Why a caller who is answered registered operations only is not answered this one; null where it is registered: with
   * a key under the key's name, without one under any.
   *
   * @param hash of its text; what makes it is called where it matters alone.
   */
  refusalOf({ registeredOnly, registry }: Rights, hash: string | (() => string)): ApiError | null {
    if (!registeredOnly) return null;
    const sought = typeof hash === 'string' ? hash : hash();
    const isRegistered =
      registry === null ? this.#texts.has(sought) : this.#named.has(`${registry} ${sought}`);
    return isRegistered ? null : notRegistered();
  }

  /** Stops following. */
  close(): Promise<void> {
    return this.#polling.close();
  }

  async #read(): Promise<void> {
    for (const row of await this.options.reader.readAfter(this.#version)) this.#take(row);
    this.#isUnreadable = false;
  }

  #failed(error: unknown): void {
    if (!this.#isUnreadable) {
      this.options.log.warn(
        { err: error },
        'The registered operations cannot be read; those known stay known',
      );
    }
    this.#isUnreadable = true;
  }

  #take({ version, name, hash, text }: RegisteredRow): void {
    this.#version = version;
    // A table that somebody has written to by hand must not make a hash stand for another text.
    if (hashOf(text) !== hash) return;
    this.#texts.set(hash, text);
    this.#named.add(`${name} ${hash}`);
  }
}

/** The name of an operation's text. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function notRegistered(): ApiError {
  return new ApiError('PERSISTED_QUERY_REQUIRED', {
    where: 'Operation',
    what: 'It is not registered, and only registered operations are answered here.',
    remedy: 'Register it with "npm run operations:register", and ask for it by its hash.',
  });
}

/** Why a hash alone is not answered. */
export function unknownDocument(): ApiError {
  return new ApiError('PERSISTED_QUERY_NOT_FOUND', {
    where: 'Parameter "documentId"',
    what: 'No operation is registered under this hash.',
    remedy: 'Register it with "npm run operations:register", or send its text as "query".',
  });
}
