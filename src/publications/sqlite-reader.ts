import type { Database } from 'better-sqlite3';
import { GENESIS, type Sequence, type Sha256 } from './publication';
import { originOf, originsStatement } from './origins';
import type { LogHead, LogReader } from './reader';
import { logRowOf } from './row';
import { Sqlite } from '../sqlite/driver';

const BUSY_TIMEOUT_MILLISECONDS = 2_000;
/** How often the file is asked whether another connection has committed: one pragma, about a microsecond. */
const WATCH_INTERVAL_MILLISECONDS = 20;

/**
 * Reads the log on SQLite through a connection of its own, read-only: each read is one short statement, so it never
 * holds back a checkpoint of the write-ahead log, and it sees committed entries only.
 *
 * @param file the database file; it and the table must exist.
 */
export function sqliteReader(file: string): LogReader {
  const database = new Sqlite(file, {
    readonly: true,
    fileMustExist: true,
    timeout: BUSY_TIMEOUT_MILLISECONDS,
  });
  const last = database.prepare<[], { sequence: Sequence; chain_hash: Sha256 }>(
    'select sequence, chain_hash from publications order by sequence desc limit 1',
  );
  const chainHash = database.prepare<[number], { chain_hash: Sha256 }>(
    'select chain_hash from publications where sequence = ?',
  );
  // Every column: the table of an older release has fewer, that of a newer one has more.
  const after = database.prepare<[number, number], Record<string, unknown>>(
    'select * from publications where sequence > ? order by sequence limit ?',
  );

  return {
    head: () =>
      attempt((): LogHead => {
        const row = last.get();
        return {
          sequence: row?.sequence ?? (0 as Sequence),
          chainHash: row?.chain_hash ?? GENESIS,
        };
      }),
    chainHashAt: (sequence) => attempt(() => chainHash.get(sequence)?.chain_hash ?? null),
    readAfter: (sequence, limit) => attempt(() => after.all(sequence, limit).map(logRowOf)),
    origins: () =>
      attempt(() => {
        const columns = database
          .prepare<[], { name: string }>("select name from pragma_table_info('publications')")
          .all();
        const statement = originsStatement(columns.map(({ name }) => name));
        return statement === null
          ? []
          : database.prepare<[], Record<string, unknown>>(statement).all().map(originOf);
      }),
    listen(onChange) {
      // SQLite tells nobody of a commit; `data_version` changes when another connection has committed.
      let seen = dataVersion(database);
      const timer = setInterval(() => {
        const version = dataVersion(database);
        if (version === seen) return;
        seen = version;
        onChange();
      }, WATCH_INTERVAL_MILLISECONDS);
      timer.unref();
      return Promise.resolve(() => {
        clearInterval(timer);
        return Promise.resolve();
      });
    },
    close: () => attempt(() => void database.close()),
  };
}

/** Runs a synchronous read as a promise, a throw becoming a rejection. */
function attempt<Result>(read: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(read()));
}

/** Null where the file cannot be read just now; the read that follows tells the cause to whoever follows the log. */
function dataVersion(database: Database): unknown {
  try {
    return database.pragma('data_version', { simple: true });
  } catch {
    return null;
  }
}
