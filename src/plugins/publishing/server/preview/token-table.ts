import type { Knex } from 'knex';
import { newPreviewToken } from '../../../../keys/preview-token';
import type { PreviewTokenRow } from '../../../../keys/preview-token-row';
import { hashOfToken } from '../../../../keys/token';
import type { Subject } from '../../../../publications/publication';

const HOUR_MILLISECONDS = 60 * 60 * 1_000;

export interface PreviewTokenTableOptions {
  readonly connection: Knex;
  readonly clock: () => Date;
  /** A source of randomness fit for secrets. */
  readonly random: (bytes: number) => Buffer;
  readonly newId: () => string;
}

/** The writing side of the tokens for previews. */
export class PreviewTokenTable {
  constructor(private readonly options: PreviewTokenTableOptions) {}

  /**
   * Makes a token that is good for an hour: long enough to read a page with a colleague, and the panel asks for a new
   * one each time a preview is opened.
   *
   * @param person the id that Strapi gave to whom it is handed.
   * @returns what its holder sends. It is in no table, and cannot be told a second time.
   */
  async make({ type, documentId, locale }: Subject, person: number): Promise<string> {
    const token = newPreviewToken(this.options.random);
    const now = this.options.clock().getTime();
    // Nobody honours what has expired, so nobody misses it.
    await this.#table().where('expires_at', '<=', new Date(now).toISOString()).delete();
    await this.#table().insert({
      id: this.options.newId(),
      hash: hashOfToken(token),
      type,
      document_id: documentId,
      locale: locale ?? '',
      person,
      created_at: new Date(now).toISOString(),
      expires_at: new Date(now + HOUR_MILLISECONDS).toISOString(),
      checks: 0,
      ended_at: null,
    });
    return token;
  }

  /** Every token that has neither ended nor expired, the newest first. */
  live(): Promise<PreviewTokenRow[]> {
    return this.#table()
      .whereNull('ended_at')
      .where('expires_at', '>', this.#now())
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .select('*');
  }

  /** Says of tokens that they were found good once more. */
  async confirm(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#table().whereIn('id', ids).increment('checks', 1);
  }

  /** Ends tokens for good. */
  async end(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#table().whereIn('id', ids).update({ ended_at: this.#now() });
  }

  #table() {
    return this.options.connection<PreviewTokenRow>('preview_tokens');
  }

  #now(): string {
    return this.options.clock().toISOString();
  }
}
