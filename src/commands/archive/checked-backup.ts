import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LogHead, LogReader } from '../../publications/reader';
import { sqliteReader } from '../../publications/sqlite-reader';
import { verifyLog } from '../../publications/verify';
import { damagedBackup } from './damaged-backup';
import { headIn, requireHead } from './head';
import type { Manifest } from './manifest';
import { headInDump } from './postgres-dump';
import { unpackBackup } from './unpacked';
import { Sqlite } from '../../sqlite/driver';

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
    const dump = path.join(staging, 'database');
    const head = manifest.database === 'sqlite' ? await verified(dump) : await headInDump(dump);
    requireHead(head, headIn(manifest));
    return manifest;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
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
