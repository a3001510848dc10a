import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Drift } from '../../../../src/plugins/publishing/server/record/drift';
import { faqDraft, serviceDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';

const FAQ = 'api::faq.faq';
const SERVICE = 'api::service.service';
const POSITION =
  'query ($id: ID!, $locale: String) { faq(id: $id, locale: $locale) { locale slug } }';

describe.each(databaseKinds)('ways round the recorder, on %s', (kind) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await Hub.start(kind);
  });
  afterAll(() => hub.stop());

  const drift = () => hub.strapi.ask<Drift[]>('record', { method: 'findDrift' });

  async function published(slug: string, more: object = {}): Promise<string> {
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft(slug, more),
      status: 'published',
    });
    return documentId;
  }

  it('sees a published row that SQL changed as drift, answers from the log, and takes the row back by publishing', async () => {
    const documentId = await published('by-sql');
    const head = await hub.head();
    await hub.strapi.sql(
      "update faqs set slug = 'changed-by-sql' where document_id = ? and published_at is not null",
      [documentId],
    );
    expect(await drift()).toEqual([
      { type: 'faq', documentId, locale: 'en', kind: 'differs', fields: ['slug'] },
    ]);
    expect(await hub.answer(POSITION, { id: documentId })).toEqual({
      faq: { slug: 'by-sql', locale: 'en' },
    });

    // Saving the draft goes through the recorder, but it published nothing: the drift stays where it is.
    await hub.strapi.documents(FAQ, 'update', { documentId, data: { position: 3 } });
    expect(await hub.head()).toBe(head);
    expect(await drift()).toHaveLength(1);

    await hub.strapi.documents(FAQ, 'publish', { documentId });
    expect(await drift()).toEqual([]);
  });

  it('sees rows that were removed and added by query as drift', async () => {
    const removed = await published('removed');
    await hub.strapi.ask('query', {
      uid: FAQ,
      method: 'deleteMany',
      params: { where: { documentId: removed } },
    });
    await hub.strapi.ask('query', {
      uid: FAQ,
      method: 'create',
      params: {
        data: {
          ...faqDraft('slipped-in'),
          documentId: 'slippedin',
          locale: 'en',
          publishedAt: new Date().toISOString(),
        },
      },
    });
    expect(await drift()).toEqual([
      { type: 'faq', documentId: 'slippedin', locale: 'en', kind: 'not-in-log', fields: [] },
      { type: 'faq', documentId: removed, locale: 'en', kind: 'not-in-strapi', fields: [] },
    ]);
    expect(await hub.answer(POSITION, { id: 'slippedin' })).toEqual({ faq: null });
    expect(await hub.answer(POSITION, { id: removed })).toMatchObject({ faq: { slug: 'removed' } });
    await hub.strapi.ask('query', {
      uid: FAQ,
      method: 'deleteMany',
      params: { where: { documentId: 'slippedin' } },
    });
    await hub.strapi.sql('select 1');
  });

  it('goes on answering in a locale that was deleted while the log has public text in it, and calls it drift', async () => {
    const documentId = await published('two-languages');
    await hub.strapi.documents(FAQ, 'update', {
      documentId,
      locale: 'es',
      data: faqDraft('dos-idiomas'),
      status: 'published',
    });
    const before = await drift();
    const [spanish] = await hub.strapi.sql<{ id: number }>(
      "select id from i18n_locale where code = 'es'",
    );
    await hub.strapi.ask('locales', { method: 'delete', args: [{ id: spanish?.id }] });
    const added = (await drift()).filter(
      (one) => !before.some((other) => other.documentId === one.documentId),
    );
    expect(added).toEqual([
      { type: 'faq', documentId, locale: 'es', kind: 'not-in-strapi', fields: [] },
    ]);
    expect(await hub.answer(POSITION, { id: documentId, locale: 'es' })).toEqual({
      faq: { slug: 'dos-idiomas', locale: 'es' },
    });
  });

  it('records a new default locale, and a locale that was added', async () => {
    const head = await hub.head();
    await hub.strapi.ask('locales', {
      method: 'create',
      args: [{ code: 'fr', name: 'French (fr)' }],
    });
    const [added] = await hub.publicationsAfter(head);
    expect(added).toMatchObject({
      kind: 'Configured',
      settings: { defaultLocale: 'en', locales: ['en', 'es', 'fr'] },
    });
    await hub.strapi.ask('locales', { method: 'setDefaultLocale', args: [{ code: 'fr' }] });
    const [, changed] = await hub.publicationsAfter(head);
    expect(changed).toMatchObject({ kind: 'Configured', settings: { defaultLocale: 'fr' } });
    await hub.strapi.ask('locales', { method: 'setDefaultLocale', args: [{ code: 'en' }] });
  });

  it('shows the picture that was published, after its file was replaced in the media library', async () => {
    const picture = async (name: string, colour: string) => {
      const file = path.join(hub.folder.path, name);
      const bytes = await sharp({
        create: { width: 800, height: 400, channels: 3, background: colour },
      })
        .png()
        .toBuffer();
      await writeFile(file, bytes);
      return { file, name, type: 'image/png', size: bytes.length };
    };
    const stored = await hub.strapi.ask<{ id: number }>(
      'upload',
      await picture('room.png', '#335577'),
    );
    const service = await hub.strapi.documents(SERVICE, 'create', {
      data: serviceDraft('with-picture', {
        heroImage: { file: stored.id, alternativeText: 'A blue wall in a quiet room.' },
      }),
      status: 'published',
    });
    const query = `query ($id: ID!) {
      service(id: $id) { heroImage { url width alternativeText placeholder renditions { url width } } }
    }`;
    const before = await hub.answer<{
      service: { heroImage: { url: string; placeholder: string } };
    }>(query, {
      id: service.documentId,
    });
    expect(before.service.heroImage).toMatchObject({
      width: 800,
      alternativeText: 'A blue wall in a quiet room.',
    });
    expect(before.service.heroImage.placeholder).toEqual(expect.any(String));

    const known = await drift();
    await hub.strapi.ask('replace', { id: stored.id, ...(await picture('other.png', '#aa3311')) });
    expect(await hub.answer(query, { id: service.documentId })).toEqual(before);
    const picturePath = new URL(before.service.heroImage.url).pathname;
    const shown = await fetch(hub.strapi.url + picturePath);
    const { dominant } = await sharp(Buffer.from(await shown.arrayBuffer())).stats();
    expect(dominant.b).toBeGreaterThan(dominant.r);
    const added = (await drift()).filter(
      (one) => !known.some((other) => other.documentId === one.documentId),
    );
    expect(added).toEqual([
      {
        type: 'service',
        documentId: service.documentId,
        locale: 'en',
        kind: 'differs',
        fields: ['heroImage.file'],
      },
    ]);
  });

  it('adopts what is published where the log is empty, marked as adopted, without anything that only a draft holds', async () => {
    const other = await Hub.start(kind);
    try {
      await other.strapi.ask('query', {
        uid: FAQ,
        method: 'create',
        params: {
          data: {
            ...faqDraft('old'),
            documentId: 'oldfaq',
            locale: 'en',
            publishedAt: new Date().toISOString(),
          },
        },
      });
      await other.strapi.ask('query', {
        uid: FAQ,
        method: 'create',
        params: {
          data: {
            ...faqDraft('old', { position: 9 }),
            documentId: 'oldfaq',
            locale: 'en',
            publishedAt: null,
          },
        },
      });
      await other.strapi.stop();
      await other.boot();
      expect(await other.publicationsAfter(1)).toMatchObject([
        {
          kind: 'Published',
          documentId: 'oldfaq',
          revision: 1,
          adopted: true,
          content: { position: 100 },
        },
      ]);
      expect(await other.answer(POSITION, { id: 'oldfaq' })).toEqual({
        faq: { slug: 'old', locale: 'en' },
      });
      await other.strapi.stop();
      await other.boot();
      expect(await other.head()).toBe(2);
    } finally {
      await other.stop();
    }
  });
});
