import type { DatabaseSetting } from '../environment';
import { CommandFailure } from './command-failure';
import { Sqlite } from '../sqlite/driver';

/**
 * Claims a SQLite database for the process that serves from it, or imports into it. Two of them would each wait for the other's writes, and
 * each keep pictures and keys in mind that the other has changed. PostgreSQL takes any number.
 *
 * The claim is a lock on a file beside the database, which the operating system gives back however the process ends.
 *
 * @returns gives the claim back; so does the collection of garbage, once nothing names this function.
 * @throws CommandFailure `ALREADY_RUNNING`.
 */
export function claimDatabase(database: DatabaseSetting): () => void {
  if (database.kind !== 'sqlite') return () => undefined;
  const claim = new Sqlite(`${database.file}-claim`, { timeout: 0 });
  try {
    claim.exec('begin exclusive');
  } catch (cause) {
    claim.close();
    throw new CommandFailure(
      'ALREADY_RUNNING',
      `Another process works on ${database.file}.`,
      'Stop that one first, or give this one a folder of its own in DATA_FOLDER. Several processes that serve from one ' +
        'database need PostgreSQL (DATABASE_URL).',
      { cause },
    );
  }
  return () => claim.close();
}
