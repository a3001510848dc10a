import type { DatabaseSetting } from '../../environment';
import { postgresKeyReader } from '../../keys/postgres-key-reader';
import type { KeyReader } from '../../keys/reader';
import { sqliteKeyReader } from '../../keys/sqlite-key-reader';

/** The reader of keys that a database setting asks for. */
export function keyReader(database: DatabaseSetting): KeyReader {
  return database.kind === 'sqlite'
    ? sqliteKeyReader(database.file)
    : postgresKeyReader(database.url);
}
