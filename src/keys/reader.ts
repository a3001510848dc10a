import type { HonouredRow } from './row';

/** Read access to the keys. There is one for PostgreSQL and one for SQLite. */
export interface KeyReader {
  /** Every key that is not revoked, expired ones too, in the order of their ids. */
  readHonoured(): Promise<readonly HonouredRow[]>;
  close(): Promise<void>;
}
