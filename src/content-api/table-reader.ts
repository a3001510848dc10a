import type { DatabaseSetting } from '../environment';
import { postgresTableReader } from '../tables/postgres-table-reader';
import { sqliteTableReader } from '../tables/sqlite-table-reader';
import type { TableReader } from '../tables/table-reader';

/** The reader of tables that a database setting asks for. */
export function tableReader(database: DatabaseSetting): TableReader {
  return database.kind === 'sqlite'
    ? sqliteTableReader(database.file)
    : postgresTableReader(database.setting);
}
