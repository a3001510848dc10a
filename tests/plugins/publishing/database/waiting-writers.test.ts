import createKnex from 'knex';
import request from 'supertest';
import { faqDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelOf, type Panel } from '../../../support/panel';

const FAQS = '/collection-types/api::faq.faq';
const WRITERS = 12;
const MANY = 30;

describe.each(databaseKinds)('Writers on %s', (kind) => {
  let hub: Hub;
  let panel: Panel;
  const documentIds: string[] = [];

  beforeAll(async () => {
    hub = await Hub.start(kind);
    panel = await panelOf(hub.strapi);
    for (let index = 0; index < MANY; index += 1) {
      const created = await panel.send('post', FAQS, faqDraft(`what-to-wear-${index}`));
      documentIds.push((created.body as { data: { documentId: string } }).data.documentId);
    }
  });
  afterAll(() => hub.stop());

  it('that publish many texts let others be answered between them', async () => {
    let isDone = false;
    const published = panel
      .send('post', `${FAQS}/actions/bulkPublish`, { documentIds })
      .then((response) => {
        isDone = true;
        return response;
      });
    let answers = 0;
    while (!isDone) {
      const { status } = await request(hub.strapi.url).get('/schema.graphql');
      expect(status).toBe(200);
      answers += 1;
    }
    expect((await published).status).toBe(200);
    expect(answers).toBeGreaterThan(MANY / 4);
  });

  if (kind === 'PostgreSQL') {
    it('that wait for another program are told, while lists are answered', async () => {
      const other = createKnex({ client: 'pg', connection: hub.database?.url ?? '' });
      const lock = await other.transaction();
      await lock.raw('select pg_advisory_xact_lock(30222693190365031)');
      let told = 0;
      const waiting = documentIds.slice(0, WRITERS).map(async (documentId, index) => {
        const address = `${FAQS}/${documentId}/actions/publish`;
        const draft = faqDraft(`what-to-wear-${index}`, { position: 500 + index });
        const response = await panel.send('post', address, draft);
        told += 1;
        return response;
      });
      let lists = 0;
      while (told === 0) {
        const { status } = await panel.send('get', FAQS);
        expect(status).toBe(200);
        lists += 1;
      }
      expect(lists).toBeGreaterThan(0);
      for (const { status, body } of await Promise.all(waiting)) {
        expect(status).toBe(503);
        expect(body).toMatchObject({
          error: {
            name: 'DATABASE_BUSY',
            message: expect.stringContaining('Nothing was saved') as string,
          },
        });
      }
      await lock.rollback();
      await other.destroy();
      const { status } = await panel.send(
        'post',
        `${FAQS}/${documentIds[0]}/actions/publish`,
        faqDraft('what-to-wear-0', { position: 600 }),
      );
      expect(status).toBe(200);
    });
  }
});
