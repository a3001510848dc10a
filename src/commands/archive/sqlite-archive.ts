import type { Database } from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { InstallationRow } from '../../installation/row';
import type { LogHead } from '../../publications/reader';
import { sqliteReader } from '../../publications/sqlite-reader';
import { Sqlite } from '../../sqlite/driver';
import type { DatabaseArchive } from './database-archive';
import { requireHead } from './head';

/** More pages than any database has: the copy is then one step, so that no writer makes it begin again. */
const ALL_PAGES = 2 ** 31 - 1;
const BUSY_TIMEOUT_MILLISECONDS = 500;

/** @param file the database file; its write-ahead log lies beside it. */
export function sqliteArchive(file: string): DatabaseArchive {
  return {
    async dump(target) {
      const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
      try {
        await connection.backup(target, { progress: () => ALL_PAGES });
      } finally {
        connection.close();
      }
      makeOneFile(target);
      return headOf(target);
    },

    missing: () => Promise.resolve(null),

    isEmpty() {
      return Promise.resolve(!existsSync(file) || tableCount(file) === 0);
    },

    users() {
      if (!existsSync(file)) return Promise.resolve([]);
      // Leaving the write-ahead log is refused for as long as another connection has the file open.
      const connection = new Sqlite(file, { timeout: BUSY_TIMEOUT_MILLISECONDS });
      try {
        connection.pragma('journal_mode = delete');
        return Promise.resolve([]);
      } catch (error) {
        if ((error as { code?: string }).code === 'SQLITE_BUSY')
          return Promise.resolve(['another process']);
        throw error;
      } finally {
        connection.close();
      }
    },

    async restore(dump, head) {
      requireHead(await headOf(dump), head);
      await mkdir(path.dirname(file), { recursive: true });
      // Copied first, so that what follows is a rename within one folder: it happens whole or not at all.
      const incoming = `${file}.incoming`;
      await copyFile(dump, incoming);
      keepInstallation(file, incoming);
      for (const beside of ['-wal', '-shm', '-journal']) await rm(file + beside, { force: true });
      await rename(incoming, file);
    },

    // It is the old one until it is the new one.
    isUnfinished: () => Promise.resolve(false),
    undo: () => Promise.resolve(),
  };
}

/** What belongs to an installation stays what it was there: a backup may be another one's. */
function keepInstallation(file: string, incoming: string): void {
  const rows = installationIn(file);
  const connection = new Sqlite(incoming);
  try {
    // A backup of an older release has no such table.
    if (!hasInstallation(connection)) return;
    connection.exec('delete from installation');
    const insert = connection.prepare('insert into installation (id, public_url) values (?, ?)');
    for (const { id, public_url } of rows) insert.run(id, public_url);
  } finally {
    connection.close();
  }
}

/** None where the file is missing or damaged, or of an older release. */
function installationIn(file: string): readonly InstallationRow[] {
  if (!existsSync(file)) return [];
  const connection = new Sqlite(file, { readonly: true });
  try {
    if (!hasInstallation(connection)) return [];
    return connection.prepare<[], InstallationRow>('select id, public_url from installation').all();
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return [];
    throw error;
  } finally {
    connection.close();
  }
}

function hasInstallation(connection: Database): boolean {
  const table = connection.prepare("select 1 from sqlite_master where name = 'installation'");
  return table.get() !== undefined;
}

/** Takes a copy out of write-ahead mode, so that nothing lies beside it. */
function makeOneFile(file: string): void {
  const connection = new Sqlite(file);
  connection.pragma('journal_mode = delete');
  connection.close();
}

async function headOf(file: string): Promise<LogHead> {
  const reader = sqliteReader(file);
  try {
    return await reader.head();
  } finally {
    await reader.close();
  }
}

function tableCount(file: string): number {
  const connection = new Sqlite(file, { readonly: true });
  try {
    const count = connection.prepare<[], { tables: number }>(
      "select count(*) as tables from sqlite_master where type = 'table'",
    );
    return count.get()?.tables ?? 0;
  } finally {
    connection.close();
  }
}
