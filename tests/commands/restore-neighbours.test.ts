import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { Client } from 'pg';
import { runScript } from '../support/command';
import { faqDraft } from '../support/drafts';
import { databaseKinds } from '../support/postgres';
import { PostgresCluster } from '../support/postgres-cluster';
import { appFolder, StrapiProcess, type AppFolder } from '../support/strapi';

const PROJECT = path.resolve(__dirname, '../..');
const COMMAND = path.join(__dirname, '../support/compiled-command.cjs');
const onPostgres = databaseKinds.includes('PostgreSQL') ? describe : describe.skip;

onPostgres('A backup restored on PostgreSQL by a role that is no superuser', () => {
  let cluster: PostgresCluster;
  let folder: AppFolder;
  let url: string;
  let file: string;

  const asked = (statement: string) => cluster.execute(statement, 'hub');
  const run = (name: string, ...args: string[]) =>
    runScript({ folder, databaseUrl: url }, COMMAND, PROJECT, name, ...args);

  beforeAll(async () => {
    cluster = await PostgresCluster.create();
    folder = await appFolder();
    file = path.join(folder.path, 'backup.tar.gz');
    await cluster.execute('create role practice login');
    await cluster.execute('create role statistics login');
    await cluster.execute('create database hub owner practice');
    // As a provider does it, ahead of everything.
    await asked('create extension pg_trgm');
    await asked('create table provider_notes (note text)');
    url = cluster.url('hub').replace('postgres@', 'practice@');

    const strapi = await StrapiProcess.start(folder, url);
    await strapi.documents('api::faq.faq', 'create', {
      data: faqDraft('first'),
      status: 'published',
    });
    await asked('grant select on publications to statistics with grant option');
    await asked('grant select, update on sequence faqs_id_seq to statistics');
    await asked('grant select (slug), update (position) on faqs to statistics');
    const backup = await run('backup', file);
    await strapi.stop();
    expect(backup).toMatchObject({ exitCode: 0, errors: '' });
  });
  afterAll(async () => {
    await folder.remove();
    await cluster.remove();
  });

  it('waits for everybody who is connected, and names them', async () => {
    const monitor = new Client({
      connectionString: cluster.url('hub').replace('postgres@', 'statistics@'),
      application_name: 'watcher',
    });
    const superuser = new Client({ connectionString: cluster.url('hub') });
    await Promise.all([monitor.connect(), superuser.connect()]);
    const refused = await run('restore', file, '--replace');
    await Promise.all([monitor.end(), superuser.end()]);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('DATABASE_IN_USE');
    expect(refused.errors).toMatch(/statistics \(session \d+\)|statistics with watcher/);
    expect(refused.errors).toContain('postgres');
  });

  it('leaves the rights of others, extensions and what is not ours as they were', async () => {
    expect(await run('restore', file, '--replace')).toMatchObject({ exitCode: 0 });
    expect(
      await asked(
        `select has_table_privilege('statistics', 'publications', 'select with grant option'),
           has_sequence_privilege('statistics', 'faqs_id_seq', 'update'),
           has_table_privilege('statistics', 'faqs', 'select'),
           has_column_privilege('statistics', 'faqs', 'slug', 'select'),
           has_column_privilege('statistics', 'faqs', 'position', 'update'),
           has_column_privilege('statistics', 'faqs', 'position', 'select'),
           similarity('ketamine', 'ketamin') > 0.5, to_regclass('provider_notes') is not null`,
      ),
    ).toBe('t|t|f|t|t|f|t|t');
    expect(await asked("select count(*) from pg_namespace where nspname = 'before_restore'")).toBe(
      '0',
    );
    const owners =
      "select string_agg(distinct tableowner, ',') from pg_tables where tablename like 'faq%'";
    expect(await asked(owners)).toBe('practice');
  });

  it('is refused where the schema is another one', async () => {
    await asked('create schema elsewhere authorization practice');
    const refused = await runScript(
      { folder, databaseUrl: `${url}?schema=elsewhere` },
      COMMAND,
      PROJECT,
      'restore',
      file,
    );
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('OTHER_SCHEMA');
  });
});
