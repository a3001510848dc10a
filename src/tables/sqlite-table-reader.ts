import type { Database, Statement } from 'better-sqlite3';
import type { TableReader } from './table-reader';
import { Sqlite } from '../sqlite/driver';

const BUSY_TIMEOUT_MILLISECONDS = 2_000;

/** Reads tables on SQLite through a connection of its own, read-only, opened by the first read. */
export function sqliteTableReader(file: string): TableReader {
  let database: Database | null = null;
  const prepared = new Map<string, Statement>();

  /** Kept from the first read that succeeds: a database of an older release gets its tables when Strapi starts. */
  function prepare(statement: string): Statement {
    database ??= new Sqlite(file, {
      readonly: true,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MILLISECONDS,
    });
    const known = prepared.get(statement);
    if (known) return known;
    // `$1` is a parameter's name to SQLite.
    const made = database.prepare(statement.replace(/\$\d+/g, '?'));
    prepared.set(statement, made);
    return made;
  }

  return {
    read: <Row extends object>(statement: string, ...parameters: readonly (string | number)[]) =>
      new Promise<readonly Row[]>((resolve) =>
        resolve(prepare(statement).all(...parameters) as Row[]),
      ),
    close() {
      database?.close();
      return Promise.resolve();
    },
  };
}
