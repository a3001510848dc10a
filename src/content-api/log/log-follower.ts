import type { Sequence } from '../../publications/publication';
import type { LogRow } from '../../publications/row';
import type { Catalogue } from '../catalogue/catalogue';
import { emptyCatalogue, type FoldedCatalogue } from '../catalogue/evolve';
import type { Follower, FollowerOptions, FollowerStatus } from './follower';
import { Past } from './past';
import { RowFold, type Obstacle } from './row-fold';

const DEFAULT_POLL_MILLISECONDS = 1_000;
/** Few, so that a batch is gone before V8 takes it for something that stays: loading a long log then takes a sixth less. */
const DEFAULT_BATCH_SIZE = 200;
const FIRST_RETRY_MILLISECONDS = 100;
const LONGEST_RETRY_MILLISECONDS = 5_000;

/** Starts to load the log and then to follow it. Returns at once. */
export function follow(options: FollowerOptions): Follower {
  return new LogFollower(options);
}

const STATE_AT = { newer: 'outdated', damaged: 'stuck' } as const;

interface Waiter {
  readonly sequence: number;
  resolve(catalogue: Catalogue): void;
  reject(error: Error): void;
}

class LogFollower implements Follower {
  /** What is served. */
  #catalogue: FoldedCatalogue | null = null;
  /** All that could be folded in so far: what is served, unless an entry that cannot be read came before anything was. */
  #folded = emptyCatalogue();
  #state: FollowerStatus['state'] = 'loading';
  #problem: string | null = null;
  #neededRelease: string | null = null;
  #lastContact: number | null = null;
  #logEnd = 0;
  #failures = 0;

  #pulling: Promise<void> | null = null;
  #pullAgain = false;
  #cancelTimer: () => void = () => undefined;
  #stopListening: (() => Promise<void>) | null = null;
  #isClosed = false;

  readonly #listeners = new Set<(catalogue: Catalogue) => void>();
  readonly #waiters = new Set<Waiter>();
  readonly #past = new Past({
    read: (after, limit) => this.options.reader.readAfter(after, limit),
  });

  constructor(private readonly options: FollowerOptions) {
    this.poke();
  }

  get catalogue(): Catalogue | null {
    return this.#catalogue;
  }

  status(): FollowerStatus {
    const { scheduler } = this.options;
    return {
      state: this.#catalogue || this.#state !== 'disconnected' ? this.#state : 'loading',
      edition: this.#catalogue?.edition ?? null,
      lagSeconds: this.#lastContact === null ? null : (scheduler.now() - this.#lastContact) / 1_000,
      behind: Math.max(0, this.#logEnd - (this.#catalogue?.edition.sequence ?? 0)),
      problem: this.#problem,
      neededRelease: this.#neededRelease,
    };
  }

  onEdition(listener: (catalogue: Catalogue) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  waitFor(sequence: Sequence): Promise<Catalogue> {
    const catalogue = this.#catalogue;
    if (catalogue && catalogue.edition.sequence >= sequence) return Promise.resolve(catalogue);
    if (this.#isClosed) return Promise.reject(closedError());
    return new Promise((resolve, reject) => this.#waiters.add({ sequence, resolve, reject }));
  }

  ready(): Promise<Catalogue> {
    return this.waitFor(0 as Sequence);
  }

  at(sequence: Sequence): Promise<Catalogue> {
    return this.#past.at(sequence);
  }

  poke(): void {
    if (this.#isClosed) return;
    if (this.#pulling) {
      // What was committed after that pull had read must not wait for the next poll.
      this.#pullAgain = true;
      return;
    }
    this.#cancelTimer();
    this.#pulling = this.#pull().finally(() => {
      this.#pulling = null;
      if (this.#isClosed) return;
      if (this.#pullAgain) {
        this.#pullAgain = false;
        this.poke();
      } else {
        this.#cancelTimer = this.options.scheduler.after(this.#pause(), () => this.poke());
      }
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer();
    // Before the read that is under way: on a connection that hangs it would never end by itself.
    const closing = this.options.reader.close();
    await this.#pulling;
    await this.#stopListening?.().catch(() => undefined);
    await closing;
    for (const waiter of this.#waiters) waiter.reject(closedError());
    this.#waiters.clear();
  }

  #pause(): number {
    if (this.#failures === 0) return this.options.pollMilliseconds ?? DEFAULT_POLL_MILLISECONDS;
    return Math.min(
      LONGEST_RETRY_MILLISECONDS,
      FIRST_RETRY_MILLISECONDS * 2 ** (this.#failures - 1),
    );
  }

  /** Reads and folds whatever the log holds behind the catalogue. Never rejects: what goes wrong becomes the status. */
  async #pull(): Promise<void> {
    const { log, reader, scheduler } = this.options;
    try {
      const obstacle = await this.#catchUp();
      this.#lastContact = scheduler.now();
      this.#failures = 0;
      const problem = obstacle?.message ?? null;
      if (problem !== null && this.#catalogue === null) this.#disappoint(problem);
      if (problem !== this.#problem && problem !== null) {
        log.error({ problem }, 'The log cannot be followed further; what was loaded is served');
      }
      if (this.#state === 'disconnected') log.info({}, 'The log can be read again');
      this.#state = obstacle === null ? 'following' : STATE_AT[obstacle.kind];
      this.#problem = problem;
      this.#neededRelease = obstacle?.kind === 'newer' ? obstacle.release : null;
      if (!this.#stopListening && !this.#isClosed) {
        // After a first contact only: a LISTEN that fails is not asked for again. What was committed until it held
        // is looked for once more.
        this.#stopListening = await reader.listen(() => this.poke());
        this.#pullAgain = true;
      }
    } catch (error) {
      if (this.#isClosed) return;
      this.#failures += 1;
      this.#problem = messageOf(error);
      if (this.#state !== 'disconnected')
        log.warn({ err: error }, 'The log cannot be read; what is loaded is served');
      this.#state = 'disconnected';
    }
  }

  /** @returns why an entry cannot be folded in; null where all could be. */
  async #catchUp(): Promise<Obstacle | null> {
    if (this.#catalogue === null) this.#logEnd = (await this.options.reader.head()).sequence;
    const base = this.#folded;
    const { sequence, id } = base.edition;
    // From our own last entry on, so that the same read tells whether this is still the log that we followed.
    const rows = await this.#read(Math.max(0, sequence - 1));
    const own = sequence === 0 ? null : rows[0];
    if (sequence > 0 && (own?.sequence !== sequence || own.chain_hash !== id)) {
      this.options.log.warn(
        { sequence },
        'The log is another one, as after restoring a backup: loading it anew',
      );
      return this.#foldFrom(emptyCatalogue(), await this.#read(0));
    }
    return this.#foldFrom(base, own ? rows.slice(1) : rows);
  }

  async #foldFrom(base: FoldedCatalogue, first: readonly LogRow[]): Promise<Obstacle | null> {
    const fold = new RowFold(base);
    let obstacle: Obstacle | null = null;
    for (let rows = first; rows.length > 0; rows = await this.#read(fold.sequence)) {
      this.#logEnd = Math.max(this.#logEnd, rows.at(-1)?.sequence ?? 0);
      for (const row of rows) {
        obstacle = fold.apply(row);
        if (obstacle !== null) break;
      }
      if (obstacle !== null) break;
      if (this.#catalogue === null) {
        const { sequence } = fold;
        this.options.log.info({ sequence, of: this.#logEnd }, 'Loading the publication log');
      }
    }
    if (obstacle === null) this.#logEnd = fold.sequence;
    const isServed = base === this.#catalogue;
    if (base !== this.#folded || fold.sequence !== base.edition.sequence)
      this.#folded = fold.seal();
    // What a log begins with may be years old. Only what goes on from an edition that is served is known to be recent.
    const isShowable = obstacle === null || isServed;
    if (isShowable && this.#folded !== this.#catalogue && !this.#isClosed)
      this.#serve(this.#folded);
    return obstacle;
  }

  /** Tells those who wait for a first catalogue that there is none to come, as long as this release runs. */
  #disappoint(problem: string): void {
    for (const waiter of this.#waiters) waiter.reject(new Error(problem));
    this.#waiters.clear();
  }

  #read(after: number): Promise<readonly LogRow[]> {
    return this.options.reader.readAfter(
      after as Sequence,
      this.options.batchSize ?? DEFAULT_BATCH_SIZE,
    );
  }

  #serve(catalogue: FoldedCatalogue): void {
    this.#catalogue = catalogue;
    this.#past.moveTo(catalogue);
    for (const waiter of this.#waiters) {
      if (catalogue.edition.sequence < waiter.sequence) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(catalogue);
    }
    for (const listener of this.#listeners) {
      try {
        listener(catalogue);
      } catch (error) {
        // Whoever fails to hear of an edition must not keep others from it, nor look like a database that is away.
        this.options.log.error({ err: error }, 'A listener failed at a new edition');
      }
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function closedError(): Error {
  return new Error('The follower was closed.');
}
