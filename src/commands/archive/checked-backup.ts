import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LogHead, LogReader } from '../../publications/reader';
import { sqliteReader } from '../../publications/sqlite-reader';
import { verifyLog } from '../../publications/verify';
import { Sqlite } from '../../sqlite/driver';
import { damagedBackup } from './damaged-backup';
import { headIn, requireHead } from './head';
import type { Manifest } from './manifest';
import { copyLogOfDump } from './postgres-dump';
import { removeStaging, unpackBackup } from './unpacked';

/**
 * Proves a backup without a database: each file in it is the one that was backed up, the dump can be read to its end, and
 * the log in it is whole and ends where the manifest says.
 *
 * @throws CommandFailure `BACKUP_DAMAGED`.
 */
export async function checkBackup(file: string): Promise<Manifest> {
  const staging = await mkdtemp(path.join(tmpdir(), 'backup-'));
  try {
    const manifest = await unpackBackup(file, staging);
    requireHead(await verified(await logIn(staging, manifest)), headIn(manifest));
    return manifest;
  } finally {
    await removeStaging(staging);
  }
}

/** A SQLite database that holds the backup's log. */
async function logIn(staging: string, manifest: Manifest): Promise<string> {
  const dump = path.join(staging, 'database');
  if (manifest.database === 'sqlite') return dump;
  const log = path.join(staging, 'log.sqlite');
  await copyLogOfDump(dump, log);
  return log;
}

async function verified(dump: string): Promise<LogHead> {
  let reader: LogReader | null = null;
  try {
    reader = sqliteReader(dump);
    const { faults } = await verifyLog(reader, () => undefined);
    const [first] = faults;
    if (first === undefined) return await reader.head();
    throw damagedBackup(`entry ${first.sequence} of its log is wrong: ${first.message}`);
  } catch (error) {
    if (error instanceof Sqlite.SqliteError)
      throw damagedBackup(`its database cannot be read: ${error.message}`, error);
    throw error;
  } finally {
    await reader?.close();
  }
}
