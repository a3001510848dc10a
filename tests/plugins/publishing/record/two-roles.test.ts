import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../../../support/command';
import { faqDraft } from '../../../support/drafts';
import { databaseKinds } from '../../../support/postgres';
import { PostgresCluster } from '../../../support/postgres-cluster';
import { appFolder, StrapiProcess, type AppFolder } from '../../../support/strapi';

const README = path.resolve(__dirname, '../../../../README.md');
const onPostgres = databaseKinds.includes('PostgreSQL') ? describe : describe.skip;

onPostgres('With two roles on PostgreSQL, as the README has them', () => {
  let cluster: PostgresCluster;
  let folder: AppFolder;
  let url: string;

  /** Starts, publishes and stops, and gives back what was said meanwhile. */
  async function publish(slug: string): Promise<string> {
    const strapi = await StrapiProcess.start(folder, url, { LOG_LEVEL: 'info' });
    const data = faqDraft(slug);
    await strapi.documents('api::faq.faq', 'create', { data, status: 'published' });
    await strapi.stop();
    return strapi.output.join('');
  }

  beforeAll(async () => {
    cluster = await PostgresCluster.create();
    folder = await appFolder();
    await cluster.execute('create role kap login');
    await cluster.execute('create database hub');
    await cluster.execute('grant create on schema public to kap', 'hub');
    url = cluster.url('hub').replace('postgres@', 'kap@');
  });
  afterAll(async () => {
    await folder.remove();
    await cluster.remove();
  });

  it('the application appends to the log, and can do nothing else to it', async () => {
    expect(await publish('before')).toContain('see "Two roles" in README.md');
    const [, statements = ''] =
      /```sql\n(create role kap_log[^]*?)```/.exec(await readFile(README, 'utf8')) ?? [];
    await cluster.execute(statements, 'hub');

    expect(await publish('after')).not.toContain('Two roles');
    expect(await runCommand({ folder, databaseUrl: url }, 'log-verify')).toMatchObject({
      exitCode: 0,
    });
    for (const statement of [
      'drop table publications cascade',
      'truncate publications',
      "update publications set content = '{}'",
      'delete from publications',
      'alter table publications disable trigger user',
      'drop trigger publications_immutable on publications',
      "create or replace function publications_refuse_change() returns trigger language plpgsql as 'begin return new; end'",
      'alter table publications owner to kap',
      'drop schema public cascade',
    ]) {
      const asKap = `set session authorization kap; ${statement}`;
      await expect(cluster.execute(asKap, 'hub')).rejects.toThrow(
        /must be owner|permission denied/,
      );
    }
  });
});
