import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { runCommand } from '../../../support/command';
import { breakCommits, mendCommits } from '../../../support/commit-fault';
import { faqDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelOf, type Panel } from '../../../support/panel';

const FAQS = '/collection-types/api::faq.faq';
const PRACTICE_IMPORT = `format: kap-content/1
defaultLocale: en
documents:
  faq:
    - key: imported
      fields: { topic: basics, audience: patient, position: 10 }
      locales:
        en: { question: Was this imported?, slug: imported, answer: 'Perhaps it was, perhaps not.' }
`;

describe.each(databaseKinds)('On %s, whose COMMIT fails', (kind) => {
  let hub: Hub;
  let panel: Panel;
  /** Public, with a draft that says something else; a draft alone. */
  let published: string;
  let drafted: string;
  let before: unknown;

  beforeAll(async () => {
    hub = await Hub.start(kind);
    panel = await panelOf(hub.strapi);
    published = await create('published');
    await panel.send('post', `${FAQS}/${published}/actions/publish`, faqDraft('published'));
    await panel.send('put', `${FAQS}/${published}`, faqDraft('published', { position: 7 }));
    drafted = await create('drafted');
    await breakCommits(hub, 'constraint');
    before = await everything();
  });
  afterAll(() => hub.stop());

  async function create(slug: string): Promise<string> {
    const created = await panel.send('post', FAQS, faqDraft(slug));
    return (created.body as { data: { documentId: string } }).data.documentId;
  }

  /** All that a write may touch, as others see it. */
  async function everything(): Promise<unknown> {
    return {
      rows: await hub.strapi.sql('select * from faqs order by id'),
      drafts: await hub.strapi.sql('select * from drafts order by version'),
      log: await hub.strapi.sql('select sequence, chain_hash from publications order by sequence'),
    };
  }

  const attempts: readonly [string, () => Promise<request.Response>][] = [
    ['create', () => panel.send('post', FAQS, faqDraft('created'))],
    ['save', () => panel.send('put', `${FAQS}/${drafted}`, faqDraft('drafted', { position: 5 }))],
    [
      'publish',
      () => panel.send('post', `${FAQS}/${drafted}/actions/publish`, faqDraft('drafted')),
    ],
    ['unpublish', () => panel.send('post', `${FAQS}/${published}/actions/unpublish`, {})],
    ['discard', () => panel.send('post', `${FAQS}/${published}/actions/discard`, {})],
    ['delete', () => panel.send('delete', `${FAQS}/${published}`)],
    [
      'publish many',
      () => panel.send('post', `${FAQS}/actions/bulkPublish`, { documentIds: [drafted] }),
    ],
    [
      'unpublish many',
      () => panel.send('post', `${FAQS}/actions/bulkUnpublish`, { documentIds: [published] }),
    ],
    [
      'delete many',
      () => panel.send('post', `${FAQS}/actions/bulkDelete`, { documentIds: [published] }),
    ],
  ];

  it.each(attempts)('to %s is refused in words, and leaves nothing behind', async (_, attempt) => {
    const told = await attempt();
    expect(told.status).toBe(500);
    expect(told.body).toMatchObject({
      data: null,
      error: {
        status: 500,
        name: 'NOT_COMMITTED',
        message: expect.stringContaining('Nothing was saved') as string,
      },
    });
    expect(await everything()).toEqual(before);
  });

  it('an import is refused in words, and leaves nothing behind', async () => {
    const file = path.join(hub.folder.path, 'import.yaml');
    await writeFile(file, PRACTICE_IMPORT);
    const place = { folder: hub.folder, databaseUrl: hub.database?.url };
    const { exitCode, errors } = await runCommand(place, 'content-import', file);
    expect(exitCode).toBe(1);
    expect(errors).toContain('NOT_COMMITTED: The database did not keep the change.');
    expect(await everything()).toEqual(before);
  });

  it('whatever waits for the commit does not run', async () => {
    const { ran, refused } = await hub.strapi.ask<{ ran: boolean; refused: string }>('onCommit', {
      uid: 'api::faq.faq',
      data: faqDraft('waited-for'),
    });
    expect(refused).toContain('not committed');
    expect(ran).toBe(false);
  });

  it('is said on /readyz, which stays 200, and on the page of the log', async () => {
    const ready = await request(hub.strapi.url).get('/readyz');
    expect(ready.status).toBe(200);
    expect(ready.body).toMatchObject({
      state: 'following',
      writing: { code: 'NOT_COMMITTED' },
    });
    const log = await request(hub.strapi.url)
      .get('/publishing/log')
      .set('Authorization', `Bearer ${panel.session}`);
    expect(log.body).toMatchObject({ refused: { failure: { code: 'NOT_COMMITTED' } } });
  });

  it('saves again once it is mended, and says so', async () => {
    await mendCommits(hub);
    const { status } = await panel.send(
      'post',
      `${FAQS}/${drafted}/actions/publish`,
      faqDraft('drafted'),
    );
    expect(status).toBe(200);
    const ready = await request(hub.strapi.url).get('/readyz');
    expect(ready.body).toMatchObject({ writing: null });
  });

  if (kind === 'PostgreSQL') {
    it('as on a full disk, says that the disk is full', async () => {
      await breakCommits(hub, 'full disk');
      const told = await panel.send('post', FAQS, faqDraft('too-much'));
      expect(told.status).toBe(507);
      expect(told.body).toMatchObject({ error: { status: 507, name: 'DISK_FULL' } });
      await mendCommits(hub);
    });
  }
});
