import type { Knex } from 'knex';
import { INSTALLATION_ID, type InstallationRow } from '../../../../installation/row';

/**
 * Tells content APIs elsewhere under which origin this process names what is served, so that their answers are the same
 * bytes as its own.
 *
 * @returns what they were told before, where it was something else; else null.
 */
export async function tellPublicUrl(connection: Knex, publicUrl: string): Promise<string | null> {
  const table = () => connection<InstallationRow>('installation');
  const before = await table().where({ id: INSTALLATION_ID }).first('public_url');
  if (before?.public_url === publicUrl) return null;
  await table().insert({ id: INSTALLATION_ID, public_url: publicUrl }).onConflict('id').merge();
  return before?.public_url ?? null;
}
