import { existsSync } from 'node:fs';
import type { DatabaseSetting } from '../environment';
import { postgresReader } from '../publications/postgres-reader';
import type { LogReader } from '../publications/reader';
import { sqliteReader } from '../publications/sqlite-reader';
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
    throw /no such table|relation "publications" does not exist/.test(String(error))
      ? noLog(error)
      : error;
  } finally {
    await reader?.close();
  }
}

function openReader(database: DatabaseSetting): LogReader {
  if (database.kind === 'sqlite') return sqliteReader(database.file);
  // Nobody listens here, so there is nothing to be told.
  return postgresReader(database.url, () => undefined);
}
