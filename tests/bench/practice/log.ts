import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { knex, type Knex } from 'knex';
import { canonicalJson, sha256 } from '../../../src/publications/canonical';
import { unlocalizedTypes } from '../../../src/publications/content';
import { versionOf } from '../../../src/publications/content/versions';
import { ENTRY_FORM } from '../../../src/publications/entry-form';
import { GENESIS, type LocaleSettings, type Sha256 } from '../../../src/publications/publication';
import { chainHashOf, type LogRow } from '../../../src/publications/row';
import { RELEASE } from '../../../src/release';
import { driveKnex } from '../../../src/sqlite/driver';
import { practice, type PracticeSize } from './practice';

/** Where a log is: in the data folder's SQLite file, or in a PostgreSQL database. */
export type LogPlace =
  | { readonly kind: 'SQLite'; readonly dataFolder: string }
  | { readonly kind: 'PostgreSQL'; readonly dataFolder: string; readonly url: string };

const LOCALE = 'en';
const SETTINGS: LocaleSettings = { defaultLocale: LOCALE, locales: [LOCALE], fallbacks: {} };
const TIME = '2026-01-15T09:00:00.000Z';
/** On SQLite, knex writes many rows as one compound SELECT, which may have 500 terms. */
const BATCH_ROWS = 500;

/** Every row of the log of a practice in which each document was published once. */
export function* logRows(size: PracticeSize): Generator<LogRow> {
  let previous: Sha256 = GENESIS;
  let sequence = 0;
  const chained = (
    entry: Omit<LogRow, 'sequence' | 'time' | 'form' | 'release' | 'chain_hash'>,
  ): LogRow => {
    sequence += 1;
    const unchained = { ...entry, sequence, time: TIME, form: ENTRY_FORM, release: RELEASE };
    previous = chainHashOf(previous, unchained);
    return { ...unchained, chain_hash: previous };
  };

  yield chained({
    kind: 'Configured',
    type: null,
    document_id: null,
    locale: null,
    revision: null,
    schema_version: null,
    content_hash: null,
    content: null,
    detail: canonicalJson(SETTINGS),
  });
  for (const { type, documentId, content } of practice(size)) {
    const canonical = canonicalJson(content);
    yield chained({
      kind: 'Published',
      type,
      document_id: documentId,
      locale: unlocalizedTypes.has(type) ? null : LOCALE,
      revision: 1,
      schema_version: versionOf(type),
      content_hash: sha256(canonical),
      content: canonical,
      detail: canonicalJson({ adopted: false, media: {} }),
    });
  }
}

/**
 * Writes a practice straight into a publication log that is new: what is measured is reading it.
 *
 * @param migrations the folder with the migrations that make the log's table.
 */
export async function writeLog(
  place: LogPlace,
  size: PracticeSize,
  migrations: string,
): Promise<void> {
  driveKnex();
  const connection = knex(
    place.kind === 'SQLite'
      ? {
          client: 'better-sqlite3',
          connection: { filename: path.join(place.dataFolder, 'database.sqlite') },
          useNullAsDefault: true,
        }
      : { client: 'pg', connection: place.url },
  );
  try {
    await makeTable(connection, migrations);
    await connection.transaction(async (trx) => {
      let batch: LogRow[] = [];
      for (const row of logRows(size)) {
        batch.push(row);
        if (batch.length < BATCH_ROWS) continue;
        await trx('publications').insert(batch);
        batch = [];
      }
      if (batch.length > 0) await trx('publications').insert(batch);
    });
  } finally {
    await connection.destroy();
  }
}

async function makeTable(connection: Knex, migrations: string): Promise<void> {
  for (const name of (await readdir(migrations)).sort()) {
    const file = path.join(migrations, name);
    const migration = (await import(file)) as { default: { up(connection: Knex): Promise<void> } };
    await migration.default.up(connection);
  }
}
