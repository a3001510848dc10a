import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { sha256 } from '../../src/publications/canonical';
import type { Published, Sha256 } from '../../src/publications/publication';
import { runCommand, type CommandOutcome } from '../support/command';
import { faqDraft, serviceDraft } from '../support/drafts';
import { databaseKinds, Hub } from '../support/hub';

const FAQ = 'api::faq.faq';
const SERVICE = 'api::service.service';

interface Row {
  readonly documentId: string;
  readonly question?: string;
  readonly slug: string;
  readonly publishedAt: string | null;
}

describe.each(databaseKinds)('Reconciling Strapi with the log on %s', (kind) => {
  let hub: Hub;
  /** The head of the log before anything went round it. */
  let head: number;
  const ids: Record<string, string> = {};
  /** The hashes of two published pictures. */
  let olive: Sha256;
  let maroon: Sha256;
  let told: CommandOutcome;
  let restored: CommandOutcome;

  // What is tested here is one repair of many kinds of damage: it is done once, and looked at from all sides.
  beforeAll(async () => {
    hub = await Hub.start(kind);
    for (const slug of ['changed', 'gone', 'wiped', 'worked-on']) {
      ids[slug] = await publish(FAQ, faqDraft(slug));
    }
    for (const colour of ['teal', 'maroon', 'olive']) {
      const heroImage = { file: await uploadPicture(colour), alternativeText: 'A quiet room.' };
      ids[colour] = await publish(SERVICE, serviceDraft(colour, { heroImage }));
    }
    ids.related = await publish(FAQ, faqDraft('related', { services: [ids.teal] }));
    ids.draft = await create(FAQ, faqDraft('draft'));
    const note = { question: 'What an editor is still working on?' };
    await hub.strapi.documents(FAQ, 'update', { documentId: ids['worked-on'], data: note });
    head = await hub.head();
    olive = await publishedPicture(ids.olive);
    maroon = await publishedPicture(ids.maroon);

    // What SQL and the media library can do behind the document service's back.
    await changeRows({ question: 'Changed behind the log?' }, { documentId: ids.changed });
    await changeRows({ question: 'Also changed?' }, { documentId: ids['worked-on'] }, 'published');
    await deleteRows(FAQ, { documentId: ids.gone, publishedAt: { $notNull: true } });
    await deleteRows(FAQ, { documentId: ids.wiped });
    await changeRows({ publishedAt: new Date() }, { documentId: ids.draft });
    await loseUploads();
    await rm(storePlace(maroon));

    told = await runCommand(settings(), 'log-reconcile');
    restored = await runCommand(settings(), 'log-reconcile', '--restore');
    if (!told.output || !restored.output) throw new Error(`${told.errors}\n${restored.errors}`);
  });

  afterAll(() => hub.stop());

  const settings = () => ({ folder: hub.folder, databaseUrl: hub.database?.url });

  it('tells each difference, and changes nothing unless asked', () => {
    expect(told.exitCode).toBe(1);
    expect(told.output).toContain(`differs  faq ${ids.changed} (en): question`);
    expect(told.output).toContain(`differs  faq ${ids['worked-on']} (en): question`);
    expect(told.output).toContain(`not-in-strapi  faq ${ids.gone} (en)`);
    expect(told.output).toContain(`not-in-strapi  faq ${ids.wiped} (en)`);
    expect(told.output).toContain(`not-in-log  faq ${ids.draft} (en)`);
    expect(told.output).toContain(`differs  service ${ids.olive} (en): heroImage.file`);
    // Its original is lost, and its published copy stands in.
    expect(told.output).not.toContain(ids.teal);
    expect(told.output).toContain('Differences between Strapi’s published rows and the log: 7.');
  });

  it('puts the log’s text back where a row was changed', async () => {
    const question = 'What should I know about changed?';
    expect(await rows({ documentId: ids.changed })).toMatchObject([{ question }, { question }]);
  });

  it('publishes again what lost its published row', async () => {
    expect(await publishedRow('gone')).toMatchObject({ slug: 'gone' });
  });

  it('makes a document again that is gone altogether, under its id', async () => {
    expect(await publishedRow('wiped')).toMatchObject({ slug: 'wiped' });
  });

  it('keeps what an editor has written and not published', async () => {
    const [draft, published] = await rows({ documentId: ids['worked-on'] });
    expect(draft).toMatchObject({ question: 'What an editor is still working on?' });
    expect(published).toMatchObject({ question: 'What should I know about worked-on?' });
    expect(restored.output).toContain('The draft keeps what was not published yet.');
  });

  it('uploads a published picture again that the media library has lost', async () => {
    const picture = await hub.strapi.ask<{ name: string; url: string }[]>('query', {
      uid: 'plugin::upload.file',
      method: 'findMany',
      params: { orderBy: { id: 'asc' } },
    });
    expect(picture).toMatchObject([{ name: 'teal.png' }, { name: 'olive.png' }]);
    const uploaded = await readFile(path.join(hub.folder.publicFolder, picture[1]?.url ?? ''));
    expect(sha256(uploaded)).toBe(olive);
  });

  it('leaves alone what the log does not know, and says what an editor can do about it', () => {
    expect(restored.output).toContain(`left  faq ${ids.draft} (en)`);
    expect(restored.output).toContain('Publish it in the panel to make it public');
  });

  it('says what stands in the way, and puts the rest back all the same', () => {
    expect(restored.output).toContain(
      `refused  service ${ids.maroon} (en)\n  The picture maroon.png (${maroon}) is in no media library`,
    );
  });

  it('leaves no other difference, and appends nothing to the log', async () => {
    expect(restored.exitCode).toBe(1);
    expect(restored.output).toContain(
      'Differences between Strapi’s published rows and the log: 2.',
    );
    expect(await hub.head()).toBe(head);
  });

  async function create(uid: string, data: object): Promise<string> {
    const { documentId } = await hub.strapi.documents(uid, 'create', { data, locale: 'en' });
    return documentId;
  }

  async function publish(uid: string, data: object): Promise<string> {
    const documentId = await create(uid, data);
    await hub.strapi.documents(uid, 'publish', { documentId, locale: 'en' });
    return documentId;
  }

  async function uploadPicture(colour: string): Promise<number> {
    const name = `${colour}.png`;
    const file = path.join(hub.folder.path, name);
    // Noise, which Strapi's compression changes each time that it goes through.
    await sharp({
      create: {
        width: 900,
        height: 600,
        channels: 3,
        background: colour,
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    })
      .png()
      .toFile(file);
    const { length: size } = await readFile(file);
    const { id } = await hub.strapi.ask<{ id: number }>('upload', {
      file,
      name,
      type: 'image/png',
      size,
    });
    return id;
  }

  /** The hash under which a service's picture was published. */
  async function publishedPicture(documentId: string | undefined): Promise<Sha256> {
    const publications = await hub.publicationsAfter(0);
    const found = publications.find((one) => 'documentId' in one && one.documentId === documentId);
    return (found as Published<'service'>).content.heroImage?.file?.sha256 as Sha256;
  }

  function storePlace(sha256: Sha256): string {
    const folder = path.join(hub.folder.dataFolder, 'media');
    return path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  function changeRows(data: object, where: object, status?: 'published'): Promise<unknown> {
    const published = status ? { publishedAt: { $notNull: true } } : {};
    return hub.strapi.ask('query', {
      uid: FAQ,
      method: 'updateMany',
      params: { where: { ...where, ...published }, data },
    });
  }

  function deleteRows(uid: string, where: object): Promise<unknown> {
    return hub.strapi.ask('query', { uid, method: 'deleteMany', params: { where } });
  }

  /** The library forgets two files, and loses the bytes of all. */
  async function loseUploads(): Promise<void> {
    await deleteRows('plugin::upload.file', { name: { $in: ['maroon.png', 'olive.png'] } });
    const uploads = path.join(hub.folder.publicFolder, 'uploads');
    for (const name of await readdir(uploads)) await rm(path.join(uploads, name));
  }

  /** Draft first. */
  async function rows(where: object): Promise<Row[]> {
    const found = await hub.strapi.ask<Row[]>('query', {
      uid: FAQ,
      method: 'findMany',
      params: { where },
    });
    const isPublished = (row: Row) => Number(row.publishedAt !== null);
    return found.sort((one, other) => isPublished(one) - isPublished(other));
  }

  async function publishedRow(slug: string): Promise<Row | undefined> {
    const found = await rows({ documentId: ids[slug] });
    return found.find((row) => row.publishedAt !== null);
  }
});
