import type { Knex } from 'knex';
import type { KeyRow } from '../../../../keys/row';
import { hashOfToken, newToken, shownPartOf } from '../../../../keys/token';
import type { NewKey } from './new-key';

/** A key as the panel lists it: all that is known of it but its hash. Instants are RFC 3339. */
export interface ListedKey {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly state: 'honoured' | 'expired' | 'revoked';
  /** The key's first characters. */
  readonly prefix: string;
  readonly queryCostLimit: number | null;
  readonly rateLimit: number | null;
  readonly registeredOnly: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
}

/** A key that was just made. */
export interface MadeKey {
  readonly key: ListedKey;
  /** What its holder sends. It is in no table, and cannot be told a second time. */
  readonly token: string;
}

export interface KeyTableOptions {
  readonly connection: Knex;
  readonly clock: () => Date;
  /** A source of randomness fit for secrets. */
  readonly random: (bytes: number) => Buffer;
  readonly newId: () => string;
}

/** The writing side of the keys. A key that was made is never deleted, so that it stays known who could read what. */
export class KeyTable {
  constructor(private readonly options: KeyTableOptions) {}

  /** Every key that ever was, the newest first. */
  async list(): Promise<ListedKey[]> {
    const rows = await this.options
      .connection<KeyRow>('keys')
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .select('*');
    return rows.map((row) => this.#listed(row));
  }

  /** @param by the e-mail address of who makes it. */
  async make(key: NewKey, by: string): Promise<MadeKey> {
    const token = newToken(this.options.random);
    const row: KeyRow = {
      id: this.options.newId(),
      kind: key.kind,
      name: key.name,
      hash: hashOfToken(token),
      prefix: shownPartOf(token),
      query_cost_limit: key.queryCostLimit,
      rate_limit: key.rateLimit,
      registered_only: key.registeredOnly,
      created_at: this.#now(),
      created_by: by,
      expires_at: key.expiresAt === null ? null : new Date(key.expiresAt).toISOString(),
      revoked_at: null,
      revoked_by: null,
    };
    await this.options.connection<KeyRow>('keys').insert(row);
    return { key: this.#listed(row), token };
  }

  /**
   * Ends a key for good. Of one that was revoked before, who did it and when stays as it was.
   *
   * @param by the e-mail address of who revokes it.
   * @returns null where there is no such key.
   */
  async revoke(id: string, by: string): Promise<ListedKey | null> {
    const { connection } = this.options;
    await connection<KeyRow>('keys')
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: this.#now(), revoked_by: by });
    const row = await connection<KeyRow>('keys').where({ id }).first('*');
    return row ? this.#listed(row) : null;
  }

  #now(): string {
    return this.options.clock().toISOString();
  }

  #listed(row: KeyRow): ListedKey {
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      state: stateOf(row, this.#now()),
      prefix: row.prefix,
      queryCostLimit: row.query_cost_limit,
      rateLimit: row.rate_limit,
      registeredOnly: Boolean(row.registered_only),
      createdAt: row.created_at,
      createdBy: row.created_by,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      revokedBy: row.revoked_by,
    };
  }
}

function stateOf({ revoked_at, expires_at }: KeyRow, now: string): ListedKey['state'] {
  if (revoked_at !== null) return 'revoked';
  return expires_at !== null && expires_at <= now ? 'expired' : 'honoured';
}
