import { Connection, type Answer } from './connection';

/** What happened while a connection asked back to back. */
export interface Watched<Result> {
  readonly result: Result;
  /** Milliseconds, from one answer to the next. */
  readonly longestGap: number;
  /** The most processor time that the loop took from one answer to the next; milliseconds, null where nobody tells. */
  readonly mostTaken: number | null;
}

/** Both in milliseconds. */
export interface Clocks {
  readonly now: () => number;
  /** How much processor time the server's event loop has taken; null where nobody tells. */
  readonly taken: () => number | null;
}

/** One connection that asks the same again and again, as a reader does, and sees how long it was kept waiting. */
export class Watcher {
  private constructor(
    private readonly connection: Connection,
    private readonly request: Buffer,
    private readonly clocks: Clocks,
  ) {}

  static async open(port: number, request: Buffer, clocks: Clocks): Promise<Watcher> {
    return new Watcher(await Connection.open(port), request, clocks);
  }

  /** Asks from before something begins until after it has ended. */
  async during<Result>(work: () => Promise<Result>): Promise<Watched<Result>> {
    await this.#ask();
    const { now, taken } = this.clocks;
    let last = { now: now(), taken: taken() };
    let longestGap = 0;
    let mostTaken = last.taken === null ? null : 0;
    let isOver = false;
    const working = work().finally(() => (isOver = true));
    // Whoever awaits it does so below; until then a failure is nobody's.
    working.catch(() => undefined);
    for (;;) {
      const isLast = isOver;
      const { status } = await this.#ask();
      if (status !== 200) throw new Error(`The one who watches is answered ${status}.`);
      const at = { now: now(), taken: taken() };
      longestGap = Math.max(longestGap, at.now - last.now);
      if (mostTaken !== null && at.taken !== null && last.taken !== null)
        mostTaken = Math.max(mostTaken, at.taken - last.taken);
      last = at;
      if (isLast) return { result: await working, longestGap, mostTaken };
    }
  }

  close(): void {
    this.connection.close();
  }

  #ask(): Promise<Answer> {
    return new Promise((resolve, reject) =>
      this.connection.send(this.request, false, { resolve, reject }),
    );
  }
}
