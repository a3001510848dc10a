import type { Key } from '../../keys/key';
import type { KeyReader } from '../../keys/reader';
import { keyOfRow, type HonouredRow } from '../../keys/row';
import { isPreviewToken, POLL_MILLISECONDS } from '../../keys/preview-token';
import { hashOfToken, isToken } from '../../keys/token';
import { anonymous, type Caller } from './caller';
import { rightsOf } from './rights';
import type { ApiError } from '../errors';
import type { FollowerLog, Scheduler } from '../log/follower';
import { Polling } from '../polling';
import { PreviewTokens } from './preview-tokens';
import { keyMissing, keysNotLoaded, unknownKey } from './refusals';

const BEARER = /^bearer +(\S+)$/i;

/** What a keyring knows of its own state, for `/readyz` and `/metrics`. */
export interface KeyringStatus {
  /** `disconnected`: the keys cannot be read; those that were read last are honoured. */
  readonly state: 'loading' | 'following' | 'disconnected';
  /** Keys that are not revoked. */
  readonly count: number;
  /** Seconds since the keys were last read; null before the first time. */
  readonly lagSeconds: number | null;
  /** Why they cannot be read; null otherwise. */
  readonly problem: string | null;
}

export interface KeyringOptions {
  readonly reader: KeyReader;
  readonly scheduler: Scheduler;
  readonly log: FollowerLog;
  /** Whether requests without a key are answered. */
  readonly isAnonymousAllowed: boolean;
  /** Who asks without a key, and whose limits hold where a key has none of its own. */
  readonly anonymous?: Caller;
}

interface Holder {
  readonly caller: Caller;
  /** Milliseconds since the epoch; Infinity for never. */
  readonly expiresAt: number;
}

/**
 * Every key and every token for previews that is honoured, by its hash, read again and again. A look-up is one hash and
 * one look into a map: no answer of it is remembered, so that a key that was revoked stops with the next read.
 */
export class Keyring {
  #holders: ReadonlyMap<string, Holder> | null = null;
  readonly #previewTokens: PreviewTokens;
  /** What was read last, to tell whether anything has changed. */
  #read = '';
  #state: KeyringStatus['state'] = 'loading';
  #problem: string | null = null;
  #lastContact: number | null = null;
  readonly #polling: Polling;
  /** What is to be ended with each key. */
  readonly #ends = new Map<string, Set<() => void>>();

  /** Starts to load the keys, and then to follow them. */
  constructor(private readonly options: KeyringOptions) {
    this.#previewTokens = new PreviewTokens(this.#anonymous);
    const read = () => this.#load();
    const failed = (error: unknown) => this.#failed(error);
    const close = () => options.reader.close();
    const pauseMilliseconds = POLL_MILLISECONDS;
    this.#polling = new Polling({ pauseMilliseconds, read, failed, close }, options.scheduler);
  }

  /**
   * Who sends this header, or why they are refused. To be asked at each request: a key may have been revoked since.
   *
   * @param authorization the header's value; undefined where it was not sent.
   */
  readonly callerOf = (authorization: string | undefined): Caller | ApiError => {
    if (authorization === undefined) {
      return this.options.isAnonymousAllowed ? this.#anonymous : keyMissing();
    }
    const token = BEARER.exec(authorization)?.[1];
    const isPreview = token !== undefined && isPreviewToken(token);
    if (token === undefined || !(isPreview || isToken(token))) return unknownKey();
    if (this.#holders === null) return keysNotLoaded();
    // Found by its hash: how long that takes tells nothing of the keys that there are.
    const hash = hashOfToken(token);
    const now = this.options.scheduler.now();
    if (isPreview) return this.#previewTokens.callerOf(hash, now);
    const holder = this.#holders.get(hash);
    if (!holder || holder.expiresAt <= now) return unknownKey();
    return holder.caller;
  };

  /**
   * Calls `end` once the caller's key is no longer honoured: for what goes on after a request was let in. Never for
   * who sent no key. Returns what forgets it.
   */
  whileHonoured({ keyId }: Caller, end: () => void): () => void {
    if (keyId === null) return () => undefined;
    const ends = this.#ends.get(keyId) ?? new Set();
    this.#ends.set(keyId, ends.add(end));
    return () => {
      ends.delete(end);
      if (ends.size === 0 && this.#ends.get(keyId) === ends) this.#ends.delete(keyId);
    };
  }

  status(): KeyringStatus {
    const now = this.options.scheduler.now();
    return {
      state: this.#state,
      count: this.#holders?.size ?? 0,
      lagSeconds: this.#lastContact === null ? null : (now - this.#lastContact) / 1_000,
      problem: this.#problem,
    };
  }

  /** Stops following. Keys that were read go on being honoured. */
  close(): Promise<void> {
    return this.#polling.close();
  }

  async #load(): Promise<void> {
    const { reader, scheduler, log } = this.options;
    const rows = await reader.readHonoured();
    const readAt = scheduler.now();
    this.#previewTokens.take(await reader.readPreviewTokens(), readAt);
    this.#take(rows);
    this.#lastContact = scheduler.now();
    if (this.#state === 'disconnected') log.info({}, 'The keys can be read again');
    this.#state = 'following';
    this.#problem = null;
    this.#endWhatIsOver();
  }

  /** What goes wrong becomes the status. */
  #failed(error: unknown): void {
    const { log } = this.options;
    if (this.#problem === null)
      log.warn({ err: error }, 'The keys cannot be read; those that were loaded are honoured');
    if (this.#holders) this.#state = 'disconnected';
    this.#problem = error instanceof Error ? error.message || error.name : String(error);
    // A key expires whether the database is up or not.
    this.#endWhatIsOver();
  }

  #take(rows: readonly HonouredRow[]): void {
    const read = JSON.stringify(rows);
    if (this.#holders && read === this.#read) return;
    const holders = new Map<string, Holder>();
    for (const row of rows) {
      const key = keyOfRow(row);
      if (key) holders.set(row.hash, this.#holderOf(key));
    }
    this.#holders = holders;
    this.#read = read;
  }

  #endWhatIsOver(): void {
    if (this.#ends.size === 0 || !this.#holders) return;
    const now = this.options.scheduler.now();
    const honoured = new Set(this.#previewTokens.honouredAt(now));
    for (const { caller, expiresAt } of this.#holders.values()) {
      if (expiresAt > now) honoured.add(caller.keyId);
    }
    for (const [keyId, ends] of this.#ends) {
      if (honoured.has(keyId)) continue;
      this.#ends.delete(keyId);
      for (const end of ends) end();
    }
  }

  #holderOf(key: Key): Holder {
    const { rights } = this.#anonymous;
    return {
      caller: {
        keyId: key.id,
        name: key.name,
        rateLimit: key.rateLimit ?? 0,
        rights: rightsOf({
          kind: key.kind,
          drafts: key.kind === 'preview' ? 'all' : 'none',
          queryCostLimit: key.queryCostLimit ?? rights.queryCostLimit,
          registeredOnly: key.registeredOnly || rights.registeredOnly,
          registry: key.name,
        }),
      },
      expiresAt: key.expiresAt === null ? Infinity : Date.parse(key.expiresAt),
    };
  }

  get #anonymous(): Caller {
    return this.options.anonymous ?? anonymous;
  }
}
