import { createHash } from 'node:crypto';
import type { OperationReader } from '../../src/operations/reader';
import type { RegisteredRow } from '../../src/operations/row';

/** Registered operations in memory, as the table would hold them. */
export class TestOperations {
  readonly #rows: RegisteredRow[] = [];

  /** @returns the operation's hash. */
  register(name: string, text: string): string {
    const hash = createHash('sha256').update(text).digest('hex');
    this.#rows.push({ version: this.#rows.length + 1, name, hash, text });
    return hash;
  }

  get reader(): OperationReader {
    return {
      readAfter: (version) => Promise.resolve(this.#rows.filter((row) => row.version > version)),
      close: () => Promise.resolve(),
    };
  }
}
