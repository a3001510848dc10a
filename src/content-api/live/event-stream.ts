import type { ServerResponse } from 'node:http';
import type { Catalogue } from '../catalogue/catalogue';
import type { LiveOperation } from './live-operation';

/** As many entries are looked at in one go; a stream that resumes from long ago must not hold up the others. */
const MOST_AT_ONCE = 500;
/** Nor for longer than so many milliseconds: what an event holds is the reader's to say. */
const LONGEST_TURN = 10;
const HEARTBEAT = Buffer.from(':\n\n');

/**
 * One reader's place in the publication log, and the response that brings it forward. It writes no further than the
 * reader takes, so that a slow one costs a socket's buffer and no more.
 */
export class EventStream {
  #isFull = false;
  #isBehind = false;
  #wasFull = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly operation: LiveOperation,
    private sequence: number,
    private readonly current: () => Catalogue | null,
  ) {
    response.on('drain', () => {
      this.#isFull = false;
      this.advance();
    });
  }

  /** Sends what the log holds behind the reader's place, as far as the reader takes it. */
  advance(): void {
    const catalogue = this.current();
    if (!catalogue || this.#isFull || this.#isBehind || this.response.destroyed) return;
    const last = Math.min(catalogue.edition.sequence, this.sequence + MOST_AT_ONCE);
    const until = performance.now() + LONGEST_TURN;
    while (this.sequence < last && !this.#isFull && performance.now() < until) {
      const entry = catalogue.history.at(this.sequence + 1);
      if (!entry) return;
      this.sequence += 1;
      const event = this.operation.event(entry, catalogue);
      if (event) this.#isFull = !this.response.write(event);
    }
    if (this.#isFull || this.sequence === catalogue.edition.sequence) return;
    this.#isBehind = true;
    setImmediate(() => {
      this.#isBehind = false;
      this.advance();
    });
  }

  /** Shows that the stream is alive, and cuts it off where the reader has taken nothing since the last time. */
  beat(): void {
    if (this.#isFull && this.#wasFull) this.response.destroy();
    else if (!this.#isFull) this.#isFull = !this.response.write(HEARTBEAT);
    this.#wasFull = this.#isFull;
  }

  /** Ends the response, not the subscription: the reader connects anew and resumes. */
  end(): void {
    this.response.end();
  }
}
