import { conditionDraft, faqDraft, paragraph, serviceDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelOf, type Panel } from '../../../support/panel';

const FAQ = 'api::faq.faq';
const SERVICE = 'api::service.service';
const CONDITION = 'api::condition.condition';

const FAQ_BY_ID = `query ($id: ID!, $locale: String) {
  faq(id: $id, locale: $locale) { question slug revision locale isFallback answer { text } safety { title } }
}`;

interface FaqAnswer {
  faq: {
    question: string;
    slug: string;
    revision: number;
    locale: string;
    isFallback: boolean;
    answer: { text: string };
  } | null;
}

describe.each(databaseKinds)('document actions on %s', (kind) => {
  let hub: Hub;
  let panel: Panel;

  beforeAll(async () => {
    hub = await Hub.start(kind);
    panel = await panelOf(hub.strapi);
  });
  afterAll(() => hub.stop());

  /** Runs something and tells what it appended, as "Kind type locale rN". */
  async function appendedBy(run: () => Promise<unknown>): Promise<string[]> {
    const head = await hub.head();
    await run();
    return (await hub.publicationsAfter(head)).map((entry) => {
      if (entry.kind === 'Configured') return 'Configured';
      const revision = entry.kind === 'Published' ? ` r${entry.revision}` : ` ${entry.reason}`;
      return `${entry.kind} ${entry.type} ${entry.locale}${revision}`;
    });
  }

  async function create(slug: string, more: object = {}): Promise<string> {
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft(slug, more),
    });
    return documentId;
  }

  describe("through the panel's own HTTP API", () => {
    it('keeps a created draft out of the log and out of the answers', async () => {
      let documentId = '';
      const appended = await appendedBy(async () => {
        const response = await panel.send(
          'post',
          '/collection-types/api::faq.faq',
          faqDraft('panel-draft'),
        );
        expect(response.status).toBe(201);
        documentId = (response.body as { data: { documentId: string } }).data.documentId;
      });
      expect(appended).toEqual([]);
      expect(await hub.answer<FaqAnswer>(FAQ_BY_ID, { id: documentId })).toEqual({ faq: null });
    });

    it('publishes, republishes, unpublishes and deletes', async () => {
      const documentId = await create('panel-life');
      const address = `/collection-types/api::faq.faq/${documentId}`;

      expect(
        await appendedBy(async () => {
          const response = await panel.send(
            'post',
            `${address}/actions/publish`,
            faqDraft('panel-life'),
          );
          expect(response.status).toBe(200);
        }),
      ).toEqual(['Published faq en r1']);
      expect((await hub.answer<FaqAnswer>(FAQ_BY_ID, { id: documentId })).faq).toMatchObject({
        slug: 'panel-life',
        revision: 1,
      });

      expect(
        await appendedBy(() =>
          panel.send('put', address, faqDraft('panel-life', { answer: paragraph('Second.') })),
        ),
      ).toEqual([]);
      expect(
        (await hub.answer<FaqAnswer>(FAQ_BY_ID, { id: documentId })).faq?.answer.text,
      ).not.toContain('Second.');

      expect(
        await appendedBy(() =>
          panel.send(
            'post',
            `${address}/actions/publish`,
            faqDraft('panel-life', { answer: paragraph('Second.') }),
          ),
        ),
      ).toEqual(['Published faq en r2']);
      expect(
        (await hub.answer<FaqAnswer>(FAQ_BY_ID, { id: documentId })).faq?.answer.text,
      ).toContain('Second.');

      expect(
        await appendedBy(() =>
          panel.send('post', `${address}/actions/unpublish`, { discardDraft: false }),
        ),
      ).toEqual(['Withdrawn faq en unpublished']);
      expect(await hub.answer<FaqAnswer>(FAQ_BY_ID, { id: documentId })).toEqual({ faq: null });

      await panel.send('post', `${address}/actions/publish`, faqDraft('panel-life'));
      expect(await appendedBy(() => panel.send('delete', address))).toEqual([
        'Withdrawn faq en deleted',
      ]);
    });

    it('creates and publishes in one step', async () => {
      expect(
        await appendedBy(async () => {
          const response = await panel.send(
            'post',
            '/collection-types/api::faq.faq/actions/publish',
            faqDraft('panel-at-once'),
          );
          expect(response.status).toBe(200);
        }),
      ).toEqual(['Published faq en r1']);
    });

    it('publishes, unpublishes and deletes in bulk, one entry for each document', async () => {
      const ids = [await create('bulk-a'), await create('bulk-b'), await create('bulk-c')];
      const bulk = (action: string) =>
        appendedBy(async () => {
          const response = await panel.send(
            'post',
            `/collection-types/api::faq.faq/actions/${action}`,
            {
              documentIds: ids,
            },
          );
          expect(response.status).toBe(200);
        });
      expect(await bulk('bulkPublish')).toEqual(Array<string>(3).fill('Published faq en r1'));
      expect(await bulk('bulkUnpublish')).toEqual(
        Array<string>(3).fill('Withdrawn faq en unpublished'),
      );
      await bulk('bulkPublish');
      expect(await bulk('bulkDelete')).toEqual(Array<string>(3).fill('Withdrawn faq en deleted'));
    });

    it('clones into a draft, and discards a draft, without a public trace', async () => {
      const documentId = await create('panel-clone');
      await hub.strapi.documents(FAQ, 'publish', { documentId });
      expect(
        await appendedBy(async () => {
          const response = await panel.send(
            'post',
            `/collection-types/api::faq.faq/clone/${documentId}`,
            faqDraft('panel-clone-copy'),
          );
          expect(response.status).toBe(200);
        }),
      ).toEqual([]);
      await hub.strapi.documents(FAQ, 'update', {
        documentId,
        data: { question: 'A question nobody published yet?' },
      });
      expect(
        await appendedBy(() =>
          panel.send('post', `/collection-types/api::faq.faq/${documentId}/actions/discard`, {}),
        ),
      ).toEqual([]);
    });

    it('publishes the practice, which is a single type', async () => {
      const practice = {
        name: 'Juniper Test Practice',
        description: 'A practice that exists in tests only, so that nobody looks for it.',
        funding: paragraph('None.'),
        conflictsOfInterest: paragraph('None.'),
        publishingPrinciples: paragraph('We say what we know.'),
      };
      expect(
        await appendedBy(async () => {
          const response = await panel.send(
            'post',
            '/single-types/api::practice.practice/actions/publish',
            practice,
          );
          expect(response.status).toBeLessThan(300);
        }),
      ).toEqual(['Published practice en r1']);
      expect(await hub.answer('{ practice { name } }')).toEqual({
        practice: { name: practice.name },
      });
    });
  });

  describe('through the document service', () => {
    it('records create and update with status published, which publish without a publish action', async () => {
      let documentId = '';
      expect(
        await appendedBy(async () => {
          const created = await hub.strapi.documents(FAQ, 'create', {
            data: faqDraft('at-once'),
            status: 'published',
          });
          ({ documentId } = created);
        }),
      ).toEqual(['Published faq en r1']);
      expect(
        await appendedBy(() =>
          hub.strapi.documents(FAQ, 'update', {
            documentId,
            data: { answer: paragraph('Another.') },
            status: 'published',
          }),
        ),
      ).toEqual(['Published faq en r2']);
    });

    it('records each locale by itself, and all at once', async () => {
      const documentId = await create('both-languages');
      await hub.strapi.documents(FAQ, 'update', {
        documentId,
        locale: 'es',
        data: faqDraft('dos-idiomas'),
      });
      expect(
        await appendedBy(() => hub.strapi.documents(FAQ, 'publish', { documentId, locale: 'es' })),
      ).toEqual(['Published faq es r1']);
      expect(
        await hub.answer<FaqAnswer>(FAQ_BY_ID, { id: documentId, locale: 'es' }),
      ).toMatchObject({
        faq: { slug: 'dos-idiomas', isFallback: false },
      });
      expect(
        await appendedBy(() => hub.strapi.documents(FAQ, 'publish', { documentId, locale: '*' })),
      ).toEqual(['Published faq en r1']);
      expect(
        await appendedBy(() =>
          hub.strapi.documents(FAQ, 'unpublish', { documentId, locale: 'es' }),
        ),
      ).toEqual(['Withdrawn faq es unpublished']);
      expect(
        await hub.answer<FaqAnswer>(FAQ_BY_ID, { id: documentId, locale: 'es' }),
      ).toMatchObject({
        faq: { slug: 'both-languages', isFallback: true, locale: 'en' },
      });
      await hub.strapi.documents(FAQ, 'publish', { documentId, locale: 'es' });
      expect(
        (
          await appendedBy(() => hub.strapi.documents(FAQ, 'delete', { documentId, locale: '*' }))
        ).sort(),
      ).toEqual(['Withdrawn faq en deleted', 'Withdrawn faq es deleted']);
    });

    it('appends nothing where a publish changes nothing', async () => {
      const documentId = await create('unchanged');
      await hub.strapi.documents(FAQ, 'publish', { documentId });
      expect(await appendedBy(() => hub.strapi.documents(FAQ, 'publish', { documentId }))).toEqual(
        [],
      );
    });

    it('counts revisions on through a withdrawal', async () => {
      const documentId = await create('again');
      await hub.strapi.documents(FAQ, 'publish', { documentId });
      await hub.strapi.documents(FAQ, 'unpublish', { documentId });
      expect(await appendedBy(() => hub.strapi.documents(FAQ, 'publish', { documentId }))).toEqual([
        'Published faq en r2',
      ]);
    });

    it('records what a scheduled task publishes', async () => {
      const documentId = await create('by-cron');
      expect(
        await appendedBy(() =>
          hub.strapi.ask('cron', {
            calls: [{ uid: FAQ, action: 'publish', params: { documentId } }],
          }),
        ),
      ).toEqual(['Published faq en r1']);
    });

    it('numbers actions that run at once in one transaction one after the other', async () => {
      const ids = await Promise.all(
        ['p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6'].map((slug) => create(slug)),
      );
      const head = await hub.head();
      await hub.strapi.ask('transaction', {
        calls: ids.map((documentId) => ({ uid: FAQ, action: 'publish', params: { documentId } })),
      });
      const entries = await hub.publicationsAfter(head);
      expect(entries.map((entry) => entry.sequence)).toEqual(
        ids.map((_, index) => head + 1 + index),
      );
    });

    it('appends nothing where the transaction round it fails', async () => {
      const documentId = await create('rolled-back');
      expect(
        await appendedBy(() =>
          expect(
            hub.strapi.ask('transaction', {
              calls: [{ uid: FAQ, action: 'publish', params: { documentId } }],
              fail: 'the caller changed its mind',
            }),
          ).rejects.toThrow('the caller changed its mind'),
        ),
      ).toEqual([]);
    });
  });

  describe('relations', () => {
    const SERVICE_FAQS = `query ($id: ID!) { service(id: $id) { faqs { nodes { slug } } conditions { condition { name } } } }`;

    it('leaves out a target that is not public, and brings it back when it is published', async () => {
      const condition = await hub.strapi.documents(CONDITION, 'create', {
        data: conditionDraft('grief'),
      });
      const service = await hub.strapi.documents(SERVICE, 'create', {
        data: serviceDraft('walks', {
          conditions: [
            {
              condition: condition.documentId,
              evidenceLevel: 'limited',
              note: 'Small studies only, so far.',
            },
          ],
        }),
      });
      const faqId = await create('walks-faq', { services: [service.documentId] });
      await hub.strapi.documents(FAQ, 'publish', { documentId: faqId });
      expect(await hub.answer(SERVICE_FAQS, { id: service.documentId })).toEqual({ service: null });

      const appended = await appendedBy(() =>
        hub.strapi.documents(SERVICE, 'publish', { documentId: service.documentId }),
      );
      expect(appended).toEqual(['Published service en r1']);
      expect(await hub.answer(SERVICE_FAQS, { id: service.documentId })).toEqual({
        service: { faqs: { nodes: [{ slug: 'walks-faq' }] }, conditions: [] },
      });

      await hub.strapi.documents(CONDITION, 'publish', { documentId: condition.documentId });
      expect(await hub.answer(SERVICE_FAQS, { id: service.documentId })).toMatchObject({
        service: { conditions: [{ condition: { name: 'Condition grief' } }] },
      });

      await hub.strapi.documents(CONDITION, 'update', {
        documentId: condition.documentId,
        data: { name: 'Grief and loss' },
        status: 'published',
      });
      await hub.strapi.documents(FAQ, 'delete', { documentId: faqId });
      expect(await hub.answer(SERVICE_FAQS, { id: service.documentId })).toEqual({
        service: { faqs: { nodes: [] }, conditions: [{ condition: { name: 'Grief and loss' } }] },
      });
    });

    it('keeps a relation that only a draft has to itself, whatever else is saved', async () => {
      const service = await hub.strapi.documents(SERVICE, 'create', {
        data: serviceDraft('quiet'),
        status: 'published',
      });
      const documentId = await create('quiet-faq');
      await hub.strapi.documents(FAQ, 'publish', { documentId });
      const appended = await appendedBy(() =>
        hub.strapi.documents(FAQ, 'update', {
          documentId,
          data: { services: [service.documentId] },
        }),
      );
      expect(appended).toEqual([]);
      expect(await hub.answer(SERVICE_FAQS, { id: service.documentId })).toMatchObject({
        service: { faqs: { nodes: [] } },
      });
    });
  });

  it('rolls the publish back where the append fails', async () => {
    const documentId = await create('append-fails');
    const head = await hub.head();
    const rows = await hub.publishedRowCount();
    const [make, remove] =
      kind === 'SQLite'
        ? [
            [
              "create trigger no_append before insert on publications begin select raise(abort, 'disk full'); end",
            ],
            ['drop trigger no_append'],
          ]
        : [
            [
              "create function no_append() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$",
              'create trigger no_append before insert on publications for each row execute function no_append()',
            ],
            ['drop trigger no_append on publications', 'drop function no_append()'],
          ];
    for (const statement of make) await hub.strapi.sql(statement);
    await expect(hub.strapi.documents(FAQ, 'publish', { documentId })).rejects.toThrow('disk full');
    for (const statement of remove) await hub.strapi.sql(statement);

    expect(await hub.publishedRowCount()).toBe(rows);
    expect(await hub.head()).toBe(head);
    await hub.strapi.documents(FAQ, 'publish', { documentId });
    expect(await hub.head()).toBe(head + 1);
  });

  it('refuses to publish what breaks a rule of its content type, even where the caller swallows the refusal', async () => {
    const documentId = await create('no-alternative-text');
    await hub.strapi.documents(FAQ, 'update', {
      documentId,
      data: { answer: [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }] },
    });
    const rows = await hub.publishedRowCount();
    const head = await hub.head();
    await hub.strapi
      .ask('transaction', {
        calls: [{ uid: FAQ, action: 'publish', params: { documentId } }],
        swallow: true,
      })
      .catch(() => undefined);
    expect(await hub.publishedRowCount()).toBe(rows);
    expect(await hub.head()).toBe(head);
  });

  it('lets nobody change or delete an entry', async () => {
    await expect(
      hub.strapi.sql("update publications set kind = 'Withdrawn' where sequence = 1"),
    ).rejects.toThrow('never changed or deleted');
    await expect(hub.strapi.sql('delete from publications')).rejects.toThrow(
      'never changed or deleted',
    );
  });

  it('lets nobody put another entry in the place of one', async () => {
    const columns = 'sequence, time, kind, detail, chain_hash';
    const values = `1, '2026-01-01T00:00:00.000Z', 'Configured', '{}', '${'0'.repeat(64)}'`;
    const statements =
      kind === 'SQLite'
        ? [
            `insert or replace into publications (${columns}) values (${values})`,
            `replace into publications (${columns}) values (${values})`,
            `update or replace publications set sequence = 1 where sequence = 2`,
          ]
        : [
            `insert into publications (${columns}) values (${values})
             on conflict (sequence) do update set detail = excluded.detail`,
          ];
    for (const statement of statements) {
      await expect(hub.strapi.sql(statement)).rejects.toThrow('never changed or deleted');
    }
  });

  it('leaves no drift behind', async () => {
    expect(await hub.strapi.ask('record', { method: 'findDrift' })).toEqual([]);
  });
});
