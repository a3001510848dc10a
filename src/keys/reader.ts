import type { TableReader } from '../tables/table-reader';
import { HONOURED_COLUMNS, type HonouredRow } from './row';

/** Read access to the keys. */
export interface KeyReader {
  /** Every key that is not revoked, expired ones too, in the order of their ids. */
  readHonoured(): Promise<readonly HonouredRow[]>;
  /** With what tokens for previews are signed; null before Strapi has made one. */
  readPreviewSecret(): Promise<string | null>;
  close(): Promise<void>;
}

/** Reads the tables `keys` and `preview_secret`. */
export function keyReader(tables: TableReader): KeyReader {
  return {
    readHonoured: () =>
      tables.read<HonouredRow>(
        `select ${HONOURED_COLUMNS.join(', ')} from keys where revoked_at is null order by id`,
      ),
    async readPreviewSecret() {
      const [row] = await tables.read<{ secret: string }>('select secret from preview_secret');
      return row?.secret ?? null;
    },
    close: () => tables.close(),
  };
}
