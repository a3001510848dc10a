import type { Scheduler } from '../../src/content-api/log/follower';

interface Timer {
  readonly milliseconds: number;
  readonly callback: () => void;
}

/** Time that passes when the test says so. */
export class ManualScheduler implements Scheduler {
  time = Date.UTC(2026, 0, 5, 9);
  /** How long each timer that was set was to take. */
  readonly pauses: number[] = [];
  readonly #timers = new Set<Timer>();

  now(): number {
    return this.time;
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { milliseconds, callback };
    this.pauses.push(milliseconds);
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get pendingTimers(): number {
    return this.#timers.size;
  }

  /** Lets the next timer fire, at its time. */
  fire(): void {
    const [timer] = this.#timers;
    if (!timer) throw new Error('No timer is set.');
    this.#timers.delete(timer);
    this.time += timer.milliseconds;
    timer.callback();
  }
}
