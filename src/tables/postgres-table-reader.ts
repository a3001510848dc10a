import { PostgresSession } from '../postgres/session';
import type { TableReader } from './table-reader';

/** Far above what a look at a small table takes. */
const LONGEST_READ_MILLISECONDS = 5_000;

/**
 * Reads tables on PostgreSQL, over one connection.
 *
 * @param url `postgres://…`
 */
export function postgresTableReader(url: string): TableReader {
  const session = new PostgresSession({ url, longestReadMilliseconds: LONGEST_READ_MILLISECONDS });
  return {
    read: <Row extends object>(statement: string, ...parameters: readonly (string | number)[]) =>
      session.query<Row>(statement, parameters),
    close: () => session.close(),
  };
}
