import type { TableReader } from '../tables/table-reader';
import { LIVE_COLUMNS, type LiveRow } from './preview-token-row';
import { HONOURED_COLUMNS, type HonouredRow } from './row';

/** Read access to the keys. */
export interface KeyReader {
  /** Every key that is not revoked, expired ones too, in the order of their ids. */
  readHonoured(): Promise<readonly HonouredRow[]>;
  /** Every token for previews that has not ended, expired ones too. */
  readPreviewTokens(): Promise<readonly LiveRow[]>;
  close(): Promise<void>;
}

/** Reads the tables `keys` and `preview_tokens`. */
export function keyReader(tables: TableReader): KeyReader {
  return {
    readHonoured: () =>
      tables.read<HonouredRow>(
        `select ${HONOURED_COLUMNS.join(', ')} from keys where revoked_at is null order by id`,
      ),
    readPreviewTokens: () =>
      tables.read<LiveRow>(
        `select ${LIVE_COLUMNS.join(', ')} from preview_tokens where ended_at is null`,
      ),
    close: () => tables.close(),
  };
}
