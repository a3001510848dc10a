import { createHash } from 'node:crypto';
import type { KeyReader } from '../../src/keys/reader';
import type { HonouredRow } from '../../src/keys/row';

/** Keys in memory, as the table would hold them. */
export class TestKeys {
  #rows: HonouredRow[] = [];
  #fault: Error | null = null;
  isClosed = false;
  /** With what tokens for previews are signed. */
  previewSecret: string | null = null;

  /** Makes a key. @returns what its holder sends. */
  make(id: string, given: Partial<HonouredRow> = {}): string {
    const token = `kap_${id.padEnd(43, '0')}`;
    this.#rows.push({
      id,
      kind: 'site',
      name: id,
      hash: createHash('sha256').update(token).digest('hex'),
      query_cost_limit: null,
      rate_limit: null,
      registered_only: 0,
      expires_at: null,
      ...given,
    });
    return token;
  }

  revoke(id: string): void {
    this.#rows = this.#rows.filter((row) => row.id !== id);
  }

  /** Makes every read fail, as a database does that is down; null repairs it. */
  failWith(fault: Error | null): void {
    this.#fault = fault;
  }

  get reader(): KeyReader {
    return {
      readHonoured: () =>
        this.#fault ? Promise.reject(this.#fault) : Promise.resolve([...this.#rows]),
      readPreviewSecret: () => Promise.resolve(this.previewSecret),
      close: () => {
        this.isClosed = true;
        return Promise.resolve();
      },
    };
  }
}
