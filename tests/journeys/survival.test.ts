import request from 'supertest';
import { ContentApiProcess } from '../support/content-api-process';
import { faqDraft } from '../support/drafts';
import { appFolder, StrapiProcess } from '../support/strapi';
import { postgresPrograms, PostgresCluster } from '../support/postgres-cluster';
import { until } from '../support/until';

const FAQ = 'api::faq.faq';
const FAQS = '{ faqs { nodes { slug } } }';

const onPostgres = postgresPrograms() === null ? describe.skip : describe;

onPostgres('a content API alone, whose PostgreSQL is stopped', () => {
  it('goes on answering, tells its lag, and catches up by itself when PostgreSQL is back', async () => {
    const cluster = await PostgresCluster.create();
    const folder = await appFolder();
    await cluster.execute('create database hub');
    const env = { DATABASE_URL: cluster.url('hub'), DATA_FOLDER: folder.dataFolder };
    const strapi = await StrapiProcess.start(folder, env.DATABASE_URL);
    const alone = await ContentApiProcess.start(env);
    try {
      await strapi.documents(FAQ, 'create', { data: faqDraft('before'), status: 'published' });
      await until(async () => (await alone.answer(FAQS)).includes('before'));
      const answer = await alone.answer(FAQS);
      await strapi.stop();

      await cluster.stop();
      await until(async () => (await alone.readiness()).text.includes('disconnected'));
      expect(await alone.answer(FAQS)).toBe(answer);
      const first = (await alone.readiness()).body as { lagSeconds: number };
      await until(
        async () =>
          ((await alone.readiness()).body as { lagSeconds: number }).lagSeconds > first.lagSeconds,
      );
      expect((await request(alone.url).get('/healthz')).status).toBe(200);
      expect((await alone.readiness()).status).toBe(200);

      await cluster.start();
      const again = await StrapiProcess.start(folder, env.DATABASE_URL);
      await again.documents(FAQ, 'create', { data: faqDraft('behind'), status: 'published' });
      await until(async () => (await alone.answer(FAQS)).includes('behind'));
      expect((await alone.readiness()).text).toContain('following');
      await again.stop();
    } finally {
      await alone.stop();
      await strapi.kill();
      await cluster.remove();
      await folder.remove();
    }
  });
});
