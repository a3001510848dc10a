import { existsSync } from 'node:fs';
import type { DatabaseSetting } from '../environment';
import { newerEntries, type OriginRange } from '../publications/origins';
import { postgresReader } from '../publications/postgres-reader';
import type { LogReader } from '../publications/reader';
import { sqliteReader } from '../publications/sqlite-reader';
import { RELEASE } from '../release';
import { CommandFailure } from './command-failure';
import { checkDatabase, placeOf } from './database';

/**
 * Opens the publication log for reading, and closes it when the work is done.
 *
 * @throws CommandFailure `NO_LOG` where the database has none, `DATABASE_UNUSABLE` where it cannot be read at all.
 */
export async function withLogReader<Result>(
  database: DatabaseSetting,
  work: (reader: LogReader) => Promise<Result>,
): Promise<Result> {
  await checkDatabase(database);
  const noLog = (cause?: unknown) =>
    new CommandFailure(
      'NO_LOG',
      `There is no publication log in ${placeOf(database)}.`,
      'npm start makes one. If there should be one, see that DATABASE_URL and DATA_FOLDER name the right place.',
      { cause },
    );
  if (database.kind === 'sqlite' && !existsSync(database.file)) throw noLog();

  let reader: LogReader | null = null;
  try {
    reader = openReader(database);
    await reader.head();
    return await work(reader);
  } catch (error) {
    throw isNoLog(error) ? noLog(error) : error;
  } finally {
    await reader?.close();
  }
}

/**
 * Sees that this release can read every entry of the log. To be asked before Strapi is loaded: it drops the columns
 * that its own content types do not have, with all that a later release has written there.
 *
 * @throws CommandFailure `RELEASE_TOO_OLD`, naming the entries. Where there is no log yet, all is well.
 */
export async function checkLogRelease(database: DatabaseSetting): Promise<void> {
  if (database.kind === 'sqlite' && !existsSync(database.file)) return;
  const newer = newerEntries(await originsIn(database));
  if (newer.length === 0) return;
  throw new CommandFailure(
    'RELEASE_TOO_OLD',
    `The publication log in ${placeOf(database)} has entries that this release (${RELEASE}) cannot read.\n` +
      newer.join('\n'),
    'Start the release named above. To stay with this one, restore a backup that it made itself.',
  );
}

async function originsIn(database: DatabaseSetting): Promise<readonly OriginRange[]> {
  let reader: LogReader | null = null;
  try {
    reader = openReader(database);
    return await reader.origins();
  } catch (error) {
    if (isNoLog(error)) return [];
    throw error;
  } finally {
    await reader?.close();
  }
}

function isNoLog(error: unknown): boolean {
  return /no such table|relation "publications" does not exist/.test(String(error));
}

function openReader(database: DatabaseSetting): LogReader {
  if (database.kind === 'sqlite') return sqliteReader(database.file);
  // Nobody listens here, so there is nothing to be told.
  return postgresReader(database.setting, () => undefined);
}
