import type { TableReader } from '../tables/table-reader';
import { INSTALLATION_ID, type InstallationRow } from './row';

/** Read access to what belongs to this installation. */
export interface InstallationReader {
  /**
   * Under which origin the authoring process names what is served; null where none has listened yet, or none of a release
   * that tells.
   */
  readPublicUrl(): Promise<string | null>;
  close(): Promise<void>;
}

/** Reads the table `installation`. */
export function installationReader(tables: TableReader): InstallationReader {
  return {
    async readPublicUrl() {
      try {
        const [row] = await tables.read<Pick<InstallationRow, 'public_url'>>(
          'select public_url from installation where id = $1',
          INSTALLATION_ID,
        );
        return row === undefined ? null : originIn(row.public_url);
      } catch (error) {
        if (isMissingTable(error)) return null;
        throw error;
      }
    },
    close: () => tables.close(),
  };
}

/** Who may write the database may have written anything. */
function originIn(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (url?.origin === written && /^https?:$/.test(url.protocol)) return written;
  throw new Error('The public URL in the table "installation" is no origin.');
}

/** SQLSTATE of a statement that names a table which is not there. */
const UNDEFINED_TABLE = '42P01';

/** Readers are upgraded first: the table comes with the authoring process. */
function isMissingTable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === UNDEFINED_TABLE || message?.startsWith('no such table') === true;
}
