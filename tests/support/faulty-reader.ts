import type { LogReader } from '../../src/publications/reader';
import { GENESIS, type Sequence, type Sha256 } from '../../src/publications/publication';
import type { LogRow } from '../../src/publications/row';

/** A log in memory that can be made to fail, to hang, and to tell of changes when the test says so. */
export class FaultyReader implements LogReader {
  rows: LogRow[] = [];
  /** Thrown by every read while it is set. */
  failure: Error | null = null;
  /** Called before every read; what it returns is waited for. */
  beforeRead: () => Promise<void> = () => Promise.resolve();
  reads = 0;
  isClosed = false;
  readonly #listeners = new Set<() => void>();

  /** As a database would tell of a commit. */
  signal(): void {
    for (const listener of this.#listeners) listener();
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  async head() {
    await this.#read();
    const last = this.rows.at(-1);
    return {
      sequence: (last?.sequence ?? 0) as Sequence,
      chainHash: (last?.chain_hash ?? GENESIS) as Sha256,
    };
  }

  async chainHashAt(sequence: Sequence) {
    await this.#read();
    return (this.rows.find((row) => row.sequence === sequence)?.chain_hash ??
      null) as Sha256 | null;
  }

  async origins() {
    await this.#read();
    return [];
  }

  async readAfter(sequence: Sequence, limit: number) {
    await this.#read();
    return this.rows.filter((row) => row.sequence > sequence).slice(0, limit);
  }

  listen(onChange: () => void) {
    this.#listeners.add(onChange);
    return Promise.resolve(() => {
      this.#listeners.delete(onChange);
      return Promise.resolve();
    });
  }

  close() {
    this.isClosed = true;
    return Promise.resolve();
  }

  async #read(): Promise<void> {
    this.reads += 1;
    await this.beforeRead();
    if (this.failure) throw this.failure;
  }
}
