import Database from 'better-sqlite3';
import type { KeyReader } from './reader';
import { HONOURED_COLUMNS, type HonouredRow } from './row';

const BUSY_TIMEOUT_MILLISECONDS = 2_000;

/** Reads the keys on SQLite through a connection of its own, read-only, opened by the first read. */
export function sqliteKeyReader(file: string): KeyReader {
  const sql = `select ${HONOURED_COLUMNS.join(', ')} from keys where revoked_at is null order by id`;
  let database: Database.Database | null = null;
  let honoured: Database.Statement<[], HonouredRow> | null = null;

  function read(): readonly HonouredRow[] {
    database ??= new Database(file, {
      readonly: true,
      fileMustExist: true,
      timeout: BUSY_TIMEOUT_MILLISECONDS,
    });
    // At the first read that succeeds: a database of an older release gets its table when Strapi starts.
    honoured ??= database.prepare<[], HonouredRow>(sql);
    return honoured.all();
  }

  return {
    readHonoured: () => new Promise((resolve) => resolve(read())),
    close() {
      database?.close();
      return Promise.resolve();
    },
  };
}
