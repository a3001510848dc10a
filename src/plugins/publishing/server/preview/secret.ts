import type { Knex } from 'knex';

const SECRET_BYTES = 32;

interface SecretRow {
  readonly id: 1;
  readonly secret: string;
}

/**
 * With what tokens for previews are signed. It lies in the database, since every process that answers checks tokens
 * with it, and since whoever can read the database can read the drafts themselves.
 *
 * @param random a source of randomness fit for secrets.
 */
export async function previewSecret(
  connection: Knex,
  random: (bytes: number) => Buffer,
): Promise<string> {
  await connection<SecretRow>('preview_secret')
    .insert({ id: 1, secret: random(SECRET_BYTES).toString('base64url') })
    .onConflict('id')
    .ignore();
  const row = await connection<SecretRow>('preview_secret').where({ id: 1 }).first('secret');
  if (!row) throw new Error('The secret for previews was written and is not there.');
  return row.secret;
}
