import type { TableReader } from '../tables/table-reader';
import { REGISTERED_COLUMNS, type RegisteredRow } from './row';

/** Read access to the registered operations. */
export interface OperationReader {
  /** Those behind a version, in the order of their versions. */
  readAfter(version: number): Promise<readonly RegisteredRow[]>;
  close(): Promise<void>;
}

/** Reads the table `operations`. */
export function operationReader(tables: TableReader): OperationReader {
  return {
    readAfter: (version) =>
      tables.read<RegisteredRow>(
        `select ${REGISTERED_COLUMNS.join(', ')} from operations where version > $1 order by version`,
        version,
      ),
    close: () => tables.close(),
  };
}
