import { createHash } from 'node:crypto';
import type { LiveRow } from '../../src/keys/preview-token-row';
import type { KeyReader } from '../../src/keys/reader';
import type { HonouredRow } from '../../src/keys/row';
import type { Subject } from '../../src/publications/publication';

/** Keys in memory, as the table would hold them. */
export class TestKeys {
  #rows: HonouredRow[] = [];
  #fault: Error | null = null;
  #tokens: LiveRow[] = [];
  isClosed = false;
  /** Whether an authoring process looks at the tokens for previews: then it has done so again before each read. */
  isWatched = true;

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

  /** Hands out a token for a preview. @returns what its holder sends. */
  makePreviewToken(id: string, { type, documentId, locale }: Subject, expires_at?: string): string {
    const token = `kap_preview_${id.padEnd(43, '0')}`;
    this.#tokens.push({
      id,
      hash: createHash('sha256').update(token).digest('hex'),
      type,
      document_id: documentId,
      locale: locale ?? '',
      expires_at: expires_at ?? '2126-01-05T09:00:00.000Z',
      checks: 0,
    });
    return token;
  }

  revoke(id: string): void {
    this.#rows = this.#rows.filter((row) => row.id !== id);
    this.#tokens = this.#tokens.filter((row) => row.id !== id);
  }

  /** Makes every read fail, as a database does that is down; null repairs it. */
  failWith(fault: Error | null): void {
    this.#fault = fault;
  }

  get reader(): KeyReader {
    return {
      readHonoured: () =>
        this.#fault ? Promise.reject(this.#fault) : Promise.resolve([...this.#rows]),
      readPreviewTokens: () => {
        if (this.#fault) return Promise.reject(this.#fault);
        if (this.isWatched) {
          this.#tokens = this.#tokens.map((row) => ({ ...row, checks: row.checks + 1 }));
        }
        return Promise.resolve(this.#tokens);
      },
      close: () => {
        this.isClosed = true;
        return Promise.resolve();
      },
    };
  }
}
