import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import request from 'supertest';
import { certify } from '../support/certified-server';
import { runCommand } from '../support/command';
import { ContentApiProcess } from '../support/content-api-process';
import { faqDraft } from '../support/drafts';
import { hasPgBouncer, PgBouncer } from '../support/pgbouncer';
import { databaseKinds } from '../support/postgres';
import { PostgresCluster } from '../support/postgres-cluster';
import { appFolder, StrapiProcess, type AppFolder } from '../support/strapi';
import { until } from '../support/until';

const FAQ = 'api::faq.faq';
const onPostgres = databaseKinds.includes('PostgreSQL') ? describe : describe.skip;

onPostgres('One address of a database means the same to every program', () => {
  let cluster: PostgresCluster;
  let authority: string;
  let folder: AppFolder;

  beforeAll(async () => {
    cluster = await PostgresCluster.create();
    await cluster.execute(`create role hub login password 'p%/?#@'`);
    authority = await certify(cluster, 'hub');
    await until(async () => (await cluster.execute('show ssl')) === 'on');
    folder = await appFolder();
  });
  afterAll(async () => {
    await folder.remove();
    await cluster.remove();
  });

  const certified = (database: string, query: string) =>
    `postgres://hub:p%25%2F%3F%23%40@localhost:${cluster.port}/${database}?${query}`;

  const run = (databaseUrl: string, name: string, ...args: string[]) =>
    runCommand({ folder, databaseUrl }, name, ...args);

  /** Publishes one FAQ, sees it answered by both processes, and verifies the log. */
  async function serve(url: string, contentApiUrl = url): Promise<void> {
    const strapi = await StrapiProcess.start(folder, url);
    const api = await ContentApiProcess.start({
      DATA_FOLDER: folder.dataFolder,
      DATABASE_URL: contentApiUrl,
    });
    try {
      await strapi.documents(FAQ, 'create', { data: faqDraft('first'), status: 'published' });
      await until(async () => (await api.answer('{ faqs { nodes { slug } } }')).includes('first'));
      const answer = await request(strapi.url).get('/graphql?query={faqs{nodes{slug}}}');
      expect(answer.text).toContain('first');
    } finally {
      await api.stop();
      await strapi.stop();
    }
    expect(await run(url, 'log-anchor')).toMatchObject({ exitCode: 0 });
  }

  async function backUpAndRestore(url: string, name: string): Promise<void> {
    const file = path.join(folder.path, `${name}.tar.gz`);
    expect(await run(url, 'backup', file)).toMatchObject({ exitCode: 0 });
    expect(await run(url, 'backup', '--check', file)).toMatchObject({ exitCode: 0 });
    expect(await run(url, 'restore', file, '--replace')).toMatchObject({ exitCode: 0 });
  }

  it('with a certificate, a schema of its own and a password of odd characters', async () => {
    await cluster.execute('create database certified');
    await cluster.execute('create schema texts authorization hub', 'certified');
    await cluster.execute('grant create on database certified to hub');
    const verified = `sslmode=verify-full&sslrootcert=${authority}`;
    const url = certified('certified', `${verified}&schema=texts`);
    await serve(url, certified('certified', 'sslmode=require&options=-csearch_path%3Dtexts'));
    await backUpAndRestore(url, 'certified');
    expect(await run(url, 'log-verify')).toMatchObject({ exitCode: 0 });
    const tables =
      "select string_agg(distinct schemaname, ',') from pg_tables where tablename ~ 'faq'";
    expect(await cluster.execute(tables, 'certified')).toBe('texts');
  });

  it('over a Unix socket', async () => {
    await cluster.execute('create database socket');
    const host = encodeURIComponent(cluster.folder);
    await serve(`postgres://postgres@/socket?host=${host}&port=${cluster.port}`);
    await backUpAndRestore(`postgres://postgres@${host}:${cluster.port}/socket`, 'socket');
  });

  (hasPgBouncer ? it : it.skip)(
    'through PgBouncer, but for a backup, which is refused before it harms others',
    async () => {
      await cluster.execute('create database pooled');
      const pool = await PgBouncer.start(cluster);
      try {
        await serve(pool.url('pooled'));
        const refused = await run(pool.url('pooled'), 'backup', 'pooled.tar.gz');
        expect(refused.errors).toContain('DATABASE_POOLED');
      } finally {
        await pool.stop();
      }
      await backUpAndRestore(cluster.url('pooled'), 'pooled');
    },
  );

  it('and a role that may only read suffices for the content API and for verifying', async () => {
    await cluster.execute('create database read');
    await serve(cluster.url('read'));
    await cluster.execute('create role reader login');
    await cluster.execute('grant select on all tables in schema public to reader', 'read');
    const url = cluster.url('read').replace('postgres@', 'reader@');
    const api = await ContentApiProcess.start({
      DATA_FOLDER: folder.dataFolder,
      DATABASE_URL: url,
    });
    try {
      await until(async () => (await api.answer('{ faqs { nodes { slug } } }')).includes('first'));
    } finally {
      await api.stop();
    }
    expect(await run(url, 'log-anchor')).toMatchObject({ exitCode: 0 });
    // What may not be read is never left out of a backup.
    await cluster.execute('revoke select on faqs from reader', 'read');
    const incomplete = await run(url, 'backup', 'read.tar.gz');
    expect(incomplete.errors).toContain('permission denied for table faqs');
    await cluster.execute('grant select on faqs to reader', 'read');
    await cluster.execute('grant select on all sequences in schema public to reader', 'read');
    expect(await run(url, 'backup', 'read.tar.gz')).toMatchObject({ exitCode: 0 });
    const refused = await run(url, 'content-import', 'none.yaml');
    expect(refused.errors).toContain('grant create on schema public to reader;');
  });

  it.each([
    [
      'an authority that did not certify the server',
      () =>
        certified('postgres', `sslmode=verify-full&sslrootcert=/etc/ssl/certs/ca-certificates.crt`),
      'sslrootcert',
    ],
    [
      'a name that the certificate does not have',
      () =>
        certified('postgres', `sslmode=verify-full&sslrootcert=${authority}`).replace(
          'localhost',
          '127.0.0.1',
        ),
      'as its certificate does',
    ],
    [
      'no encryption, where the server wants it',
      () => certified('postgres', ''),
      'sslmode=require',
    ],
    [
      'a file of certificates that is not there',
      () => certified('postgres', 'sslmode=verify-ca&sslrootcert=/none.pem'),
      'Correct the file',
    ],
    [
      'a schema that is not there',
      () => `${cluster.url('postgres')}?schema=nowhere`,
      'create schema if not exists nowhere',
    ],
    [
      'another password',
      () => certified('postgres', 'sslmode=require').replace('p%25', 'q'),
      'Correct the user and password',
    ],
    [
      'a parameter that has no meaning',
      () => `${cluster.url('postgres')}?pgbouncer=true`,
      'a pool in front is noticed',
    ],
  ])('and is refused at once with %s', async (_what, url, advice) => {
    const refused = await run(url(), 'log-anchor');
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain(advice);
    expect(refused.errors).not.toContain('p%25');
  });
});
