const SECOND = 1000;
/** Longer than any single text takes; a person waits no longer without being told why. */
export const LONGEST_WAIT_MILLISECONDS = 5 * SECOND;
/** What no person waits for: it has nobody to try again. */
export const LONGEST_WAIT_OF_PROGRAMS = 60 * SECOND;

/** Who wants to write. */
export interface Applicant {
  /** For a person to read: `Ada Lovelace`. */
  readonly name: string;
  /** How long they wait for their turn. */
  readonly patienceMilliseconds: number;
}

/** Who writes, and since when. */
export interface Writer {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** A writer that waited in vain. */
export class WriterBusyError extends Error {
  override readonly name = 'WriterBusyError';

  /** @param writer who wrote all the time. */
  constructor(readonly writer: Writer) {
    super(`${writer.name} is writing.`);
  }
}

/** Time, as an argument. */
export interface QueueClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, later. Returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/**
 * Lets one transaction of this process write at a time. They would wait for the log's lock one behind the other anyhow,
 * and each with a connection in its hand: a dozen of them and the pool is empty, so that the one that holds the lock
 * never gets the second connection that it asks for, and no list is answered. Here they wait with nothing.
 */
export class WriterQueue {
  #writer: Writer | null = null;
  readonly #waiting: { begin(): void }[] = [];

  constructor(private readonly clock: QueueClock) {}

  /**
   * Does some work when it is its turn.
   *
   * @throws WriterBusyError where the turn does not come in time.
   */
  async turn<Result>(applicant: Applicant, work: () => Promise<Result>): Promise<Result> {
    await this.#begin(applicant);
    try {
      return await work();
    } finally {
      this.#writer = null;
      this.#waiting.shift()?.begin();
    }
  }

  #begin({ name, patienceMilliseconds }: Applicant): Promise<void> {
    const begin = () => {
      this.#writer = { name, since: this.clock.now() };
    };
    const writer = this.#writer;
    if (writer === null) {
      begin();
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const waiter = {
        begin: () => {
          cancel();
          begin();
          resolve();
        },
      };
      this.#waiting.push(waiter);
      const cancel = this.clock.after(patienceMilliseconds, () => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new WriterBusyError(this.#writer ?? writer));
      });
    });
  }
}
