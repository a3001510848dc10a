import type { Response } from 'supertest';
import type { Catalogue } from '../../src/content-api/catalogue/catalogue';
import type { Follower } from '../../src/content-api/log/follower';
import { follow } from '../../src/content-api/log/log-follower';
import { postgresReader } from '../../src/publications/postgres-reader';
import { verifyLog } from '../../src/publications/verify';
import { ContentApiProcess } from '../support/content-api-process';
import { faqDraft, paragraph } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';
import { panelOf } from '../support/panel';
import { WHOLE_SITE } from '../support/questions';
import { share } from '../support/share';
import { systemScheduler } from '../../src/content-api/log/log-reader';
import { silentLog } from '../support/follower';
import { until } from '../support/until';
import { postgresSetting } from '../support/postgres-setting';

const CLIENTS = 8;
const PUBLISHES = share(500, 100);
const BULK = 5;
const FAQS = '/collection-types/api::faq.faq';

/** Tries again where others write for so long that there was no turn: on a slow machine that is no fault. */
async function patiently(send: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await send();
    const { error } = response.body as { error?: { name: string } };
    if (error?.name !== 'DATABASE_BUSY') return response;
  }
}

const onPostgres = databaseKinds.includes('PostgreSQL') ? describe : describe.skip;

onPostgres(`${PUBLISHES} publishes from ${CLIENTS} clients at once, on PostgreSQL`, () => {
  let hub: Hub;
  let others: ContentApiProcess[] = [];
  let followers: Follower[] = [];

  beforeAll(async () => {
    hub = await Hub.start('PostgreSQL');
    const url = hub.database?.url ?? '';
    const env = {
      DATABASE_URL: url,
      DATA_FOLDER: hub.folder.dataFolder,
      PUBLIC_URL: hub.strapi.url,
    };
    others = [await ContentApiProcess.start(env), await ContentApiProcess.start(env)];
    followers = [0, 1].map(() =>
      follow({
        reader: postgresReader(postgresSetting(url), () => undefined),
        log: silentLog,
        scheduler: systemScheduler,
      }),
    );
  });
  afterAll(async () => {
    await Promise.all([
      ...others.map((other) => other.stop()),
      ...followers.map((follower) => follower.close()),
    ]);
    await hub.stop();
  });

  it('are seen by every reader in one order without gaps, and end in one edition with the same answers', async () => {
    const panel = await panelOf(hub.strapi);
    const editions = followers.map((follower) => {
      const seen: Catalogue['edition'][] = [];
      follower.onEdition((catalogue) => seen.push(catalogue.edition));
      return seen;
    });

    let published = 0;
    async function client(number: number): Promise<void> {
      const ids: string[] = [];
      for (let index = 0; index < BULK; index += 1) {
        const response = await patiently(() =>
          panel.send('post', FAQS, faqDraft(`client-${number}-${index}`)),
        );
        ids.push((response.body as { data: { documentId: string } }).data.documentId);
      }
      for (let round = 0; published < PUBLISHES; round += 1) {
        if (round % 4 === 3) {
          published += ids.length;
          for (const documentId of ids) {
            const draft = faqDraft(`client-${number}-${ids.indexOf(documentId)}`, {
              position: round,
            });
            await patiently(() => panel.send('put', `${FAQS}/${documentId}`, draft));
          }
          const response = await patiently(() =>
            panel.send('post', `${FAQS}/actions/bulkPublish`, { documentIds: ids }),
          );
          expect(response.status).toBe(200);
        } else {
          published += 1;
          const index = round % BULK;
          const draft = faqDraft(`client-${number}-${index}`, {
            answer: paragraph(`Round ${round}.`),
          });
          const response = await patiently(() =>
            panel.send('post', `${FAQS}/${ids[index]}/actions/publish`, draft),
          );
          expect(response.status).toBe(200);
        }
      }
    }
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));

    const head = await hub.reader.head();
    expect(head.sequence).toBeGreaterThanOrEqual(PUBLISHES);
    expect(await verifyLog(hub.reader, () => undefined)).toEqual({ faults: [], newer: [] });

    await Promise.all(followers.map((follower) => follower.waitFor(head.sequence)));
    for (const seen of editions) {
      const sequences = seen.map((edition) => Number(edition.sequence));
      expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
      for (const edition of seen)
        expect(edition.id).toBe(await hub.reader.chainHashAt(edition.sequence));
    }
    expect(followers.map((follower) => follower.catalogue?.edition.id)).toEqual([
      head.chainHash,
      head.chainHash,
    ]);

    await hub.settled();
    for (const other of others) {
      await until(
        async () => (await other.readiness()).headers['content-edition'] === head.chainHash,
      );
    }
    for (const query of WHOLE_SITE) {
      const answers = await Promise.all(others.map((other) => other.answer(query)));
      expect(answers[0]).toContain('"data"');
      expect(answers[1]).toBe(answers[0]);
      expect(await hub.bytes(query)).toBe(answers[0]);
    }
    expect(await hub.strapi.ask('record', { method: 'findDrift' })).toEqual([]);
  });
});
