import type { Scheduler } from './log/follower';

/** What is read again and again: one of the tables beside the log. */
export interface Polled {
  /** Between the end of one read and the next: as long as a change may go unknown. */
  readonly pauseMilliseconds: number;
  /** Reads, and takes what was read. */
  read(): Promise<void>;
  /** Told why a read failed; what was read before stays known. */
  failed(error: unknown): void;
  /** Ends the connection, and a read that is under way. */
  close(): Promise<void>;
}

/** Reads at once, and then again and again until it is closed. */
export class Polling {
  #cancelTimer: () => void = () => undefined;
  #isClosed = false;
  #reading: Promise<void>;

  constructor(
    private readonly polled: Polled,
    private readonly scheduler: Scheduler,
  ) {
    this.#reading = this.#read();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer();
    // Before the read that is under way: on a connection that hangs it would not end soon.
    const closing = this.polled.close();
    await this.#reading;
    await closing;
  }

  /** Never rejects. */
  async #read(): Promise<void> {
    try {
      await this.polled.read();
    } catch (error) {
      if (!this.#isClosed) this.polled.failed(error);
    }
    if (this.#isClosed) return;
    this.#cancelTimer = this.scheduler.after(this.polled.pauseMilliseconds, () => {
      this.#reading = this.#read();
    });
  }
}
