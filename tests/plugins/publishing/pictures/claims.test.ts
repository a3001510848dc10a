import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { sha256 } from '../../../../src/publications/canonical';
import { folderMediaStore } from '../../../../src/publications/folder-media-store';
import type { Published } from '../../../../src/publications/publication';
import { colleagueOf } from '../../../support/colleague';
import { runCommand } from '../../../support/command';
import { paragraph, serviceDraft } from '../../../support/drafts';
import { fileHost, type FileHost } from '../../../support/file-host';
import { databaseKinds, Hub } from '../../../support/hub';
import { registerAdministrator, type Panel } from '../../../support/panel';
import { pictureBlock, uploadPicture, type LibraryRow } from '../../../support/pictures';

const SERVICE = 'api::service.service';
const SERVICES = `/collection-types/${SERVICE}`;
const FILES = 'plugin::upload.file';
/** A drawing, so that it would pass for one wherever the client's word for its kind is taken. */
const SECRET =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><!-- secret --></svg>';

type Person = 'Author' | 'Editor';

interface Saved {
  readonly data: { documentId: string; body: { image?: Record<string, unknown> }[] };
}

describe.each(databaseKinds)('On %s, what a document says of its files', (kind) => {
  let hub: Hub;
  let host: FileHost;
  const people = {} as Record<Person, Panel>;
  let room: LibraryRow;
  let garden: LibraryRow;
  let number = 0;

  beforeAll(async () => {
    host = await fileHost();
    hub = await Hub.start(kind);
    await writeFile(path.join(hub.folder.dataFolder, 'secret.svg'), SECRET);
    const administrator = await registerAdministrator(hub.strapi);
    people.Author = await colleagueOf(hub.strapi, 'strapi-author', administrator);
    people.Editor = await colleagueOf(hub.strapi, 'strapi-editor', administrator);
    room = await uploadPicture(hub, 'teal');
    garden = await uploadPicture(hub, 'green');
  });
  afterAll(async () => {
    await hub.stop();
    await host.close();
  });

  /** Whatever was tried: the file is nobody's to see, and nobody's host was asked. */
  afterEach(async () => {
    const hash = sha256(Buffer.from(SECRET));
    const shown = await request(hub.strapi.url).get(`/media/${hash}/room.svg`);
    const store = folderMediaStore(path.join(hub.folder.dataFolder, 'media'));
    expect([shown.status, await store.has(hash), host.asked]).toEqual([404, false, []]);
  });

  function service(more: object): object {
    number += 1;
    return serviceDraft(`quiet-${number}`, more);
  }
  const showing = (...blocks: object[]) => [...paragraph('Words round it.'), ...blocks];

  function as(person: Person, address: string, body: object): Promise<Response> {
    return people[person].send('post', `${SERVICES}${address}`, body);
  }

  async function save(person: Person, more: object): Promise<Saved['data']> {
    const saved = await as(person, '', service(more));
    expect([saved.status, saved.text]).toEqual([201, expect.any(String)]);
    return (saved.body as Saved).data;
  }

  function expectRefused(refused: Response, field: string[], message: string): void {
    expect([refused.status, refused.body]).toMatchObject([
      400,
      {
        error: {
          details: { errors: [{ path: field, message: expect.stringContaining(message) }] },
        },
      },
    ]);
  }

  /** Writes into Strapi's rows as SQL, an import or an older release may have. */
  async function change(documentId: string, data: object): Promise<void> {
    const params = { where: { documentId }, data };
    await hub.strapi.ask('query', { uid: SERVICE, method: 'updateMany', params });
  }

  async function libraryRow(of: object): Promise<LibraryRow> {
    const { image } = pictureBlock(of);
    const data = { ...image, folderPath: '/' };
    return hub.strapi.ask('query', { uid: FILES, method: 'create', params: { data } });
  }

  async function newest(documentId: string): Promise<Published | undefined> {
    const all = await hub.publicationsAfter(0);
    return all
      .filter((one): one is Published => one.kind === 'Published')
      .findLast((one) => one.documentId === documentId);
  }

  const elsewhere = (): [string, object][] => [
    ['a file beside the uploads', { url: '/../data/secret.svg' }],
    ['a file of the system', { url: '/../../../../../../etc/passwd' }],
    ['a file by its whole path', { url: path.join(hub.folder.dataFolder, 'secret.svg') }],
    ['another host', { url: `${host.origin}/room.svg` }],
    ['an id that no file has', { id: 999_999, url: '/../data/secret.svg' }],
    ['the id of a file and the name of none', { id: room.id, url: '/../data/secret.svg' }],
    ['no name at all', { hash: null, url: room.url }],
    ['a name that is no text', { hash: { $ne: '' }, url: '/../data/secret.svg' }],
  ];

  it.each(['Author', 'Editor'] as const)(
    'is not saved for an %s where it names no file of the media library',
    async (person) => {
      for (const [, claim] of elsewhere()) {
        const body = showing(pictureBlock(claim));
        const refused = await as(person, '', service({ body }));
        expectRefused(refused, ['body'], 'is not in the Media Library. Remove it from the text');
      }
    },
  );

  it('is not published at once either, nor within a part of a document', async () => {
    for (const [, claim] of elsewhere()) {
      const body = showing(pictureBlock(claim));
      const refused = await as('Editor', '/actions/publish', service({ body }));
      expectRefused(refused, ['body'], 'is not in the Media Library');
    }
    const crisisHelp = { text: showing(pictureBlock({ url: '/../data/secret.svg' })) };
    const refused = await people.Editor.send('put', '/single-types/api::practice.practice', {
      crisisHelp,
    });
    expectRefused(refused, ['crisisHelp', 'text'], 'is not in the Media Library');
  });

  it('is replaced by what the media library says, but for the words in place of the picture', async () => {
    const claims = {
      id: garden.id,
      name: 'x.html',
      url: '/../data/secret.svg',
      formats: { small: { ...garden, url: '/../data/secret.svg' } },
      ext: '.html',
      mime: 'text/html',
      width: 1,
      caption: 'Mine',
      provider: 'mine',
    };
    const alternativeText = 'A teal wall.';
    const block = pictureBlock(room, { ...claims, alternativeText });
    for (const person of ['Author', 'Editor'] as const) {
      const { documentId, body } = await save(person, { body: showing(block) });
      const image = body[1]?.image;
      const { name, url, mime, width, formats } = room;
      expect(image).toMatchObject({ name, url, mime, width, formats, alternativeText });
      expect(Object.keys(image ?? {})).not.toContain('id');

      const published = await as('Editor', `/${documentId}/actions/publish`, {});
      expect(published.status).toBe(200);
      const { content } = (await newest(documentId)) as { content: object };
      const hash = sha256(await bytesOf(room));
      expect(content).toHaveProperty('body.1.image', expect.objectContaining({ sha256: hash }));
      expect(content).toHaveProperty('body.1.image.alternativeText', alternativeText);
    }
  });

  it('is no way to another file where a picture field says more than an id', async () => {
    const file = { id: room.id, url: '/../data/secret.svg', hash: 'x', formats: null };
    const heroImage = { file, alternativeText: 'A teal wall.' };
    const { documentId } = await save('Author', { heroImage });
    await as('Editor', `/${documentId}/actions/publish`, {});
    const hash = sha256(await bytesOf(room));
    expect((await newest(documentId))?.content).toHaveProperty('heroImage.file.sha256', hash);

    const nothing = { file: { id: 999_999 }, alternativeText: 'Nothing.' };
    const refused = await as('Author', '', service({ heroImage: nothing }));
    expect(refused.status).toBe(400);
  });

  it('is looked up again whenever it is read, whoever wrote it into the row', async () => {
    const good = showing(pictureBlock(room));
    const lies = [
      pictureBlock({ url: '/../data/secret.svg' }),
      pictureBlock(room, { hash: 'none' }),
    ];
    for (const lie of lies) {
      const { documentId } = await save('Author', { body: good });
      const other = await save('Author', {});
      await change(documentId, { body: showing(lie) });
      const one = await as('Editor', `/${documentId}/actions/publish`, {});
      expectRefused(one, ['body'], 'is not in the Media Library');
      const documentIds = [other.documentId, documentId];
      const many = await as('Editor', '/actions/bulkPublish', { documentIds });
      expectRefused(many, ['body'], 'is not in the Media Library');
      // What the preview shows of it is the rest.
      await people.Author.send('put', `${SERVICES}/${documentId}`, { name: 'Another name' });
      const [draft] = await hub.strapi.sql<{ content: string }>(
        'select content from drafts where document_id = ?',
        [documentId],
      );
      expect(draft?.content).toContain('Another name');
      expect(draft?.content).not.toContain('image');
    }
  });

  it('is drift where it differs, is not followed by it, and is put right from the log', async () => {
    const { documentId } = await save('Author', { body: showing(pictureBlock(room)) });
    const published = await as('Editor', `/${documentId}/actions/publish`, {});
    expect([published.status, published.text]).toEqual([200, expect.any(String)]);
    await change(documentId, { body: showing(pictureBlock({ url: '/../data/secret.svg' })) });
    const drift = await hub.strapi.ask<object[]>('record', { method: 'findDrift' });
    expect(drift).toContainEqual(expect.objectContaining({ documentId, fields: ['body'] }));

    const discarded = await as('Editor', `/${documentId}/actions/discard`, {});
    expect(discarded.status).toBe(200);
    const settings = { folder: hub.folder, databaseUrl: hub.database?.url };
    const restored = await runCommand(settings, 'log-reconcile', '--restore');
    expect(restored.output).toContain(`restored  service ${documentId}`);
    const [row] = await hub.strapi.ask<{ body: object[] }[]>('query', {
      uid: SERVICE,
      method: 'findMany',
      params: { where: { documentId, publishedAt: { $notNull: true } } },
    });
    expect(row?.body[1]).toMatchObject({ image: { hash: room.hash, url: room.url } });
  });

  it('is not followed out of the uploads by the media library’s own rows', async () => {
    const uploads = path.join(hub.folder.publicFolder, 'uploads');
    const secret = path.join(hub.folder.dataFolder, 'secret.svg');
    const links = [path.join(uploads, 'link.svg'), path.join(uploads, 'folder')];
    await symlink(secret, links[0] ?? '');
    await symlink(hub.folder.dataFolder, links[1] ?? '');
    const urls = [
      '/uploads/link.svg',
      '/uploads/folder/secret.svg',
      '/uploads/../../data/secret.svg',
      '/../data/secret.svg',
      secret,
      `${host.origin}/room.svg`,
      `file://${secret}`,
    ];
    for (const [index, url] of urls.entries()) {
      const row = await libraryRow({ hash: `led-out-${index}`, url });
      const heroImage = { file: row.id, alternativeText: 'A quiet room.' };
      const field = await save('Author', { heroImage });
      const refused = await as('Editor', `/${field.documentId}/actions/publish`, {});
      expectRefused(refused, ['heroImage', 'file'], 'Upload it in the Media Library');
      const text = await save('Author', { body: showing(pictureBlock(row)) });
      const documentIds = [text.documentId];
      const many = await as('Editor', '/actions/bulkPublish', { documentIds });
      expectRefused(many, ['body'], 'Upload it in the Media Library');
    }
    for (const link of links) await rm(link);
  });

  it('is not believed where it calls something a picture that is none', async () => {
    const place = path.join(hub.folder.publicFolder, 'uploads', 'words.svg');
    await writeFile(place, 'Words about somebody.');
    const row = await libraryRow({ hash: 'words', url: '/uploads/words.svg' });
    const { documentId } = await save('Author', { body: showing(pictureBlock(row)) });
    const refused = await as('Editor', `/${documentId}/actions/publish`, {});
    expectRefused(refused, ['body'], 'no picture of a known kind');
  });

  it('is nothing that the server fetches: it takes no picture by its address', async () => {
    const refused = await request(hub.strapi.url)
      .post('/upload/actions/upload-from-urls')
      .set('Authorization', `Bearer ${people.Author.session}`)
      .send({ urls: ['http://localhost.example/room.svg'] });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Download the picture');
  });

  async function bytesOf({ url }: LibraryRow): Promise<Buffer> {
    const answer = await fetch(hub.strapi.url + url);
    return Buffer.from(await answer.arrayBuffer());
  }
});
