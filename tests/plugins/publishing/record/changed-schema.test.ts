import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Drift } from '../../../../src/plugins/publishing/server/record/drift';
import { faqDraft, paragraph } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { copyOfProgram } from '../../../support/project';

const FAQ = 'api::faq.faq';
const ANSWER = 'query ($id: ID!) { faq(id: $id) { slug answer { text } safety { title } } }';

interface Schema {
  options: { draftAndPublish: boolean };
  pluginOptions?: object;
  attributes: Record<string, { pluginOptions?: object }>;
}

describe.each(databaseKinds)('a content type that a developer changes, on %s', (kind) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await Hub.start(kind);
  });
  afterAll(() => hub.stop());

  /** The program with another schema for FAQs. */
  async function projectWith(change: (schema: Schema) => void): Promise<string> {
    const folder = path.join(hub.folder.path, `project-${Math.floor(performance.now())}`);
    const project = await copyOfProgram(folder);
    const file = path.join(project, 'src/api/faq/content-types/faq/schema.json');
    const schema = JSON.parse(await readFile(file, 'utf8')) as Schema;
    change(schema);
    await writeFile(file, JSON.stringify(schema));
    return project;
  }

  const drift = () => hub.strapi.ask<Drift[]>('record', { method: 'findDrift' });

  it('goes on answering where draft and publish was switched off, and records what is then saved', async () => {
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft('kept'),
      status: 'published',
    });
    const draft = await hub.strapi.documents(FAQ, 'create', { data: faqDraft('never-published') });
    const before = await hub.bytes(ANSWER, { id: documentId });
    const head = await hub.head();
    await hub.strapi.stop();

    const project = await projectWith((schema) => {
      schema.options.draftAndPublish = false;
    });
    await hub.boot({}, project);
    expect(await hub.head()).toBe(head);
    expect(await hub.bytes(ANSWER, { id: documentId })).toBe(before);
    expect(await hub.answer(ANSWER, { id: draft.documentId })).toEqual({ faq: null });

    await hub.strapi.documents(FAQ, 'update', {
      documentId,
      data: { answer: paragraph('Saved without a draft.') },
    });
    expect(await hub.answer(ANSWER, { id: documentId })).toMatchObject({
      faq: { answer: { text: 'Saved without a draft.' } },
    });
    expect(await drift()).toEqual([]);
    await hub.strapi.stop();
    await hub.boot();
    expect(await hub.answer(ANSWER, { id: documentId })).toMatchObject({
      faq: { answer: { text: 'Saved without a draft.' } },
    });
  });

  it('records what Strapi copies into other languages where a field is the same in all of them', async () => {
    await hub.strapi.stop();
    const project = await projectWith((schema) => {
      schema.attributes.position = {
        ...schema.attributes.position,
        pluginOptions: { i18n: { localized: false } },
      };
    });
    await hub.boot({}, project);
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft('shared-position'),
      status: 'published',
    });
    await hub.strapi.documents(FAQ, 'update', {
      documentId,
      locale: 'es',
      data: faqDraft('posicion-comun'),
      status: 'published',
    });
    await hub.strapi.documents(FAQ, 'update', {
      documentId,
      data: { position: 3 },
      status: 'published',
    });
    const query =
      'query ($id: ID!, $locale: String) { faq(id: $id, locale: $locale) { position } }';
    for (const locale of ['en', 'es']) {
      const rows = await hub.strapi.sql<{ position: number }>(
        'select position from faqs where document_id = ? and locale = ? and published_at is not null',
        [documentId, locale],
      );
      expect(await hub.answer(query, { id: documentId, locale })).toEqual({ faq: rows[0] });
    }
    expect((await drift()).filter((one) => one.documentId === documentId)).toEqual([]);
    await hub.strapi.stop();
    await hub.boot();
  });

  it('goes on answering in both languages where localisation was switched off, and calls it drift', async () => {
    const { documentId } = await hub.strapi.documents(FAQ, 'create', {
      data: faqDraft('two-tongues'),
      status: 'published',
    });
    await hub.strapi.documents(FAQ, 'update', {
      documentId,
      locale: 'es',
      data: faqDraft('dos-lenguas'),
      status: 'published',
    });
    const query = 'query ($id: ID!) { faq(id: $id, locale: "es") { slug } }';
    const head = await hub.head();
    await hub.strapi.stop();

    const project = await projectWith((schema) => {
      delete schema.pluginOptions;
      for (const attribute of Object.values(schema.attributes)) delete attribute.pluginOptions;
    });
    await hub.boot({}, project);
    expect(await hub.head()).toBe(head);
    expect(await hub.answer(query, { id: documentId })).toEqual({ faq: { slug: 'dos-lenguas' } });
    const own = (await drift()).filter((one) => one.documentId === documentId);
    expect(own.map(({ kind: what, locale }) => ({ what, locale }))).toContainEqual({
      what: 'not-in-strapi',
      locale: 'es',
    });
  });
});
