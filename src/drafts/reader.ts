import type { TableReader } from '../tables/table-reader';
import { DRAFT_COLUMNS, type DraftRow } from './row';

/** Read access to the drafts. */
export interface DraftReader {
  /** The rows from a version on, in the order of their versions. */
  readFrom(version: number): Promise<readonly DraftRow[]>;
  close(): Promise<void>;
}

/** Reads the table `drafts`. */
export function draftReader(tables: TableReader): DraftReader {
  return {
    readFrom: (version) =>
      tables.read<DraftRow>(
        `select ${DRAFT_COLUMNS.join(', ')} from drafts where version >= $1 order by version`,
        version,
      ),
    close: () => tables.close(),
  };
}
