import request from 'supertest';
import { faqDraft } from '../../../support/drafts';
import { panelOf } from '../../../support/panel';
import { databaseKinds } from '../../../support/postgres';
import { PostgresCluster } from '../../../support/postgres-cluster';
import { appFolder, StrapiProcess, type AppFolder } from '../../../support/strapi';
import { until } from '../../../support/until';

const FAQS = '/collection-types/api::faq.faq';

describe.each(databaseKinds.filter((kind) => kind === 'PostgreSQL'))('While %s is away', () => {
  let cluster: PostgresCluster;
  let folder: AppFolder;
  let strapi: StrapiProcess;

  beforeAll(async () => {
    cluster = await PostgresCluster.create();
    folder = await appFolder();
    strapi = await StrapiProcess.start(folder, cluster.url('postgres'));
  });
  afterAll(async () => {
    await strapi.stop();
    await folder.remove();
    await cluster.remove();
  });

  it('the panel says so, readers are answered, and it comes back by itself', async () => {
    const panel = await panelOf(strapi);
    const created = await panel.send('post', FAQS, faqDraft('when-it-is-away'));
    const { documentId } = (created.body as { data: { documentId: string } }).data;
    const publish = (position: number) =>
      panel.send(
        'post',
        `${FAQS}/${documentId}/actions/publish`,
        faqDraft('when-it-is-away', { position }),
      );
    expect((await publish(1)).status).toBe(200);
    const { pid } = strapi.child;

    await cluster.stop();
    const attempts = [
      () => publish(2),
      () => panel.send('post', FAQS, faqDraft('never-there')),
      () => panel.send('get', FAQS),
    ];
    for (const attempt of attempts) {
      const told = await attempt();
      expect(told.status).toBe(503);
      expect(told.body).toMatchObject({ error: { name: 'DATABASE_AWAY' } });
    }
    const ready = await request(strapi.url).get('/readyz');
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({ writing: { code: 'DATABASE_AWAY' } });
    const answer = await request(strapi.url).get('/graphql?query={faqs{nodes{slug}}}');
    expect(answer.text).toContain('when-it-is-away');

    await cluster.start();
    await until(async () => (await publish(3)).status === 200);
    expect(strapi.child.pid).toBe(pid);
    const again = await request(strapi.url).get('/readyz');
    expect(again.body).toMatchObject({ writing: null });
  });
});
