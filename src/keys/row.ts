import { z } from 'zod';
import { keyKinds, type Key } from './key';

/** A row of the table `keys`, as both databases hold it: SQLite's booleans are 0 and 1. */
export interface KeyRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** SHA-256 of the key. */
  readonly hash: string;
  /** The key's first characters. */
  readonly prefix: string;
  readonly query_cost_limit: number | null;
  readonly rate_limit: number | null;
  readonly registered_only: boolean | 0 | 1;
  readonly created_at: string;
  /** The e-mail address of who made it. */
  readonly created_by: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
  readonly revoked_by: string | null;
}

/** What the content API reads of a key. */
export const HONOURED_COLUMNS = [
  'id',
  'kind',
  'name',
  'hash',
  'query_cost_limit',
  'rate_limit',
  'registered_only',
  'expires_at',
] as const;

export type HonouredRow = Pick<KeyRow, (typeof HONOURED_COLUMNS)[number]>;

const kind = z.enum(keyKinds);

/** The key of a row; null where its kind is one that this release does not know, and so must not honour. */
export function keyOfRow(row: HonouredRow): Key | null {
  const known = kind.safeParse(row.kind);
  if (!known.success) return null;
  return {
    id: row.id,
    kind: known.data,
    name: row.name,
    queryCostLimit: row.query_cost_limit,
    rateLimit: row.rate_limit,
    registeredOnly: Boolean(row.registered_only),
    expiresAt: row.expires_at,
  };
}
