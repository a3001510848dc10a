import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { previewTokenOfRow, type PreviewTokenRow } from '../../src/keys/preview-token-row';
import { keyReader, type KeyReader } from '../../src/keys/reader';
import { keyOfRow, type KeyRow } from '../../src/keys/row';
import { postgresTableReader } from '../../src/tables/postgres-table-reader';
import { sqliteTableReader } from '../../src/tables/sqlite-table-reader';
import { LogDatabase } from '../support/log-database';
import { createDatabase, databaseKinds, type TestDatabase } from '../support/postgres';
import { postgresSetting } from '../support/postgres-setting';

const row: KeyRow = {
  id: 'a',
  kind: 'site',
  name: 'Practice site',
  hash: 'a'.repeat(64),
  prefix: 'kap_aaaaaa',
  query_cost_limit: null,
  rate_limit: 600,
  registered_only: true,
  created_at: '2026-01-05T09:00:00.000Z',
  created_by: 'admin@juniper.example',
  expires_at: '2027-01-05T09:00:00.000Z',
  revoked_at: null,
  revoked_by: null,
};

const token: PreviewTokenRow = {
  id: 'a',
  hash: 'a'.repeat(64),
  type: 'faq',
  document_id: 'cost',
  locale: 'en',
  person: 1,
  created_at: '2026-01-05T09:00:00.000Z',
  expires_at: '2026-01-05T10:00:00.000Z',
  checks: 7,
  ended_at: null,
};

describe.each(databaseKinds)('On %s, the reader of keys', (kind) => {
  let folder: string;
  let postgres: TestDatabase | null = null;
  let database: LogDatabase;
  let reader: KeyReader;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kap-keys-'));
    postgres = kind === 'PostgreSQL' ? await createDatabase() : null;
    const target = postgres?.url ?? path.join(folder, 'database.sqlite');
    database = await LogDatabase.open(target);
    reader = keyReader(
      postgres ? postgresTableReader(postgresSetting(target)) : sqliteTableReader(target),
    );
  });
  afterEach(async () => {
    await reader.close();
    await database.close();
    await postgres?.drop();
    await rm(folder, { recursive: true });
  });

  it('tells every key that is not revoked, and what it may', async () => {
    await database
      .knex<KeyRow>('keys')
      .insert([
        { ...row, id: 'b', hash: 'b'.repeat(64), registered_only: false },
        row,
        { ...row, id: 'c', hash: 'c'.repeat(64), revoked_at: row.created_at },
      ]);
    const rows = await reader.readHonoured();
    expect(rows.map(({ hash }) => hash)).toEqual([row.hash, 'b'.repeat(64)]);
    expect(rows.map(keyOfRow)).toEqual([
      {
        id: 'a',
        kind: 'site',
        name: 'Practice site',
        queryCostLimit: null,
        rateLimit: 600,
        registeredOnly: true,
        expiresAt: '2027-01-05T09:00:00.000Z',
      },
      expect.objectContaining({ id: 'b', registeredOnly: false }),
    ]);
  });

  it('tells every token for a preview that has not ended, and what it shows', async () => {
    await database
      .knex<PreviewTokenRow>('preview_tokens')
      .insert([
        token,
        { ...token, id: 'b', hash: 'b'.repeat(64), type: 'location', locale: '' },
        { ...token, id: 'c', hash: 'c'.repeat(64), ended_at: token.created_at },
        { ...token, id: 'd', hash: 'd'.repeat(64), type: 'of-a-later-release' },
      ]);
    const rows = [...(await reader.readPreviewTokens())].sort((a, b) => a.id.localeCompare(b.id));
    expect(rows.map(({ id, checks }) => [id, checks])).toEqual([
      ['a', 7],
      ['b', 7],
      ['d', 7],
    ]);
    const expiresAt = Date.UTC(2026, 0, 5, 10);
    expect(rows.map(previewTokenOfRow)).toEqual([
      { id: 'a', type: 'faq', documentId: 'cost', locale: 'en', expiresAt },
      { id: 'b', type: 'location', documentId: 'cost', locale: null, expiresAt },
      null,
    ]);
  });

  it('finds the table once it is there, and reads on after it was gone', async () => {
    await database.knex.schema.renameTable('keys', 'gone');
    await expect(reader.readHonoured()).rejects.toHaveProperty(
      'message',
      expect.stringContaining('keys'),
    );
    await database.knex.schema.renameTable('gone', 'keys');
    expect(await reader.readHonoured()).toEqual([]);
    await database.knex<KeyRow>('keys').insert(row);
    expect(await reader.readHonoured()).toHaveLength(1);
  });
});
