import { PostgresSession } from '../postgres/session';
import type { PostgresSetting } from '../postgres/setting';
import type { TableReader } from './table-reader';

/** Far above what a look at a small table takes. */
const LONGEST_READ_MILLISECONDS = 5_000;

/** Reads tables on PostgreSQL, over one connection. */
export function postgresTableReader(setting: PostgresSetting): TableReader {
  const session = new PostgresSession({
    setting,
    longestReadMilliseconds: LONGEST_READ_MILLISECONDS,
  });
  return {
    read: <Row extends object>(statement: string, ...parameters: readonly (string | number)[]) =>
      session.query<Row>(statement, parameters),
    close: () => session.close(),
  };
}
