import { createHash } from 'node:crypto';
import type { OperationReader } from '../../operations/reader';
import type { RegisteredRow } from '../../operations/row';
import type { Rights } from '../access/rights';
import { ApiError } from '../errors';
import type { FollowerLog, Scheduler } from '../log/follower';

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
  #cancelTimer: () => void = () => undefined;
  #isClosed = false;
  #pulling: Promise<void>;

  /** Starts to follow the table. */
  constructor(private readonly options: RegisteredOperationsOptions) {
    this.#pulling = this.#pull();
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
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer();
    const closing = this.options.reader.close();
    await this.#pulling;
    await closing;
  }

  /** Never rejects: what was read before stays known. */
  async #pull(): Promise<void> {
    const { reader, scheduler, log } = this.options;
    try {
      for (const row of await reader.readAfter(this.#version)) this.#take(row);
      this.#isUnreadable = false;
    } catch (error) {
      if (this.#isClosed) return;
      if (!this.#isUnreadable) {
        log.warn(
          { err: error },
          'The registered operations cannot be read; those known stay known',
        );
      }
      this.#isUnreadable = true;
    }
    if (this.#isClosed) return;
    this.#cancelTimer = scheduler.after(POLL_MILLISECONDS, () => {
      this.#pulling = this.#pull();
    });
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
