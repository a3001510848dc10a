import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import { sha256 } from '../../../../src/publications/canonical';
import { TestBucket } from '../../../support/bucket';
import { paragraph, serviceDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelIn, registerAdministrator } from '../../../support/panel';
import { pictureBlock, pictureOf, type LibraryRow } from '../../../support/pictures';

const SERVICES = '/collection-types/api::service.service';
/** Before each name in the bucket. */
const PREFIX = 'of/practice/';
const FILE = 'plugin::upload.file';

interface Upload extends LibraryRow {
  readonly formats: Readonly<Record<string, { readonly url: string }>>;
}

describe.each(databaseKinds)('On %s, uploads that are kept in a bucket', (kind) => {
  let hub: Hub;
  let bucket: TestBucket;
  let session: string;
  let settings: Record<string, string>;
  let number = 0;

  beforeAll(async () => {
    bucket = await TestBucket.start();
    settings = bucket.settings(PREFIX);
    hub = await Hub.start(kind, settings);
    session = await registerAdministrator(hub.strapi);
  });
  afterAll(async () => {
    await hub.stop();
    await bucket.close();
  });

  const sendFile = (bytes: Buffer, name = 'A calm room.png', address = '/upload') =>
    request(hub.strapi.url)
      .post(address)
      .set('Authorization', `Bearer ${session}`)
      .attach('files', bytes, { filename: name, contentType: 'image/png' });

  async function upload(colour: string): Promise<Upload> {
    const answer = await sendFile(await pictureOf(colour));
    expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
    return (answer.body as [Upload])[0];
  }

  const serviceWith = (file: LibraryRow) =>
    serviceDraft(`calm-${(number += 1)}`, {
      heroImage: { file: file.id, alternativeText: 'A quiet room.' },
      body: [...paragraph('Words.'), pictureBlock(file)],
    });

  const publish = (service: object, documentId = '') => {
    const address = path.posix.join(SERVICES, documentId, 'actions/publish');
    return panelIn(hub.strapi, session).send('post', address, service);
  };

  /** The hash of an upload's bytes. Strapi may have made them smaller on their way. */
  const hashOf = async ({ url }: Upload) =>
    sha256(await bucket.get(url.replace('/uploads/', PREFIX)));

  async function newestPicture(): Promise<string> {
    const [newest] = (await hub.publicationsAfter(0)).slice(-1);
    return (newest as unknown as { content: { heroImage: { file: { sha256: string } } } }).content
      .heroImage.file.sha256;
  }

  const folderOfUploads = () => path.join(hub.folder.publicFolder, 'uploads');

  /** Takes everything from the disk but the database, as a deployment to an ephemeral disk does. */
  async function redeploy(): Promise<void> {
    await hub.strapi.stop();
    await rm(folderOfUploads(), { recursive: true });
    await rm(path.join(hub.folder.dataFolder, 'media'), { recursive: true, force: true });
    await hub.boot(settings);
  }

  it('lie there and nowhere else, and nobody is let in to read them', async () => {
    const { url, formats } = await upload('teal');
    const urls = [url, ...Object.values(formats).map((format) => format.url)];
    expect(urls.length).toBeGreaterThan(2);
    expect(await bucket.names()).toEqual(
      urls.map((one) => one.replace('/uploads/', PREFIX)).sort(),
    );
    expect(await readdir(folderOfUploads())).toEqual([]);
    for (const { headers } of bucket.asked) expect(headers).not.toHaveProperty('x-amz-acl');
  });

  it('are shown in the panel, in every size, and not sent again', async () => {
    const file = await upload('olive');
    const smaller = Object.values(file.formats).map(({ url }) => url);
    for (const one of [file.url, ...smaller]) {
      const shown = await request(hub.strapi.url).get(one).buffer(true);
      expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/png']);
      expect(shown.headers['x-content-type-options']).toBe('nosniff');
      const lies = await bucket.get(one.replace('/uploads/', PREFIX));
      expect(sha256(shown.body as Buffer)).toBe(sha256(lies));
      const { etag = '' } = shown.headers as { etag?: string };
      const again = await request(hub.strapi.url).get(one).set('If-None-Match', etag);
      expect(again.status).toBe(304);
    }
  });

  it('lie where the library says, whatever folder and name the client asks for', async () => {
    const answer = await sendFile(await pictureOf('plum'), 'A “room” & more.p%6eg').field(
      'path',
      '../../elsewhere',
    );
    expect(answer.status).toBe(201);
    const { url } = (answer.body as [Upload])[0];
    expect((await request(hub.strapi.url).get(url)).status).toBe(200);
    expect((await bucket.names()).filter((name) => !name.startsWith(PREFIX))).toEqual([]);
  });

  it('are published, and again after a deployment that emptied the disk', async () => {
    const file = await upload('navy');
    const hash = await hashOf(file);
    const published = await publish(serviceWith(file));
    expect([published.status, published.text]).toEqual([200, expect.any(String)]);
    expect(await newestPicture()).toBe(hash);
    const { documentId } = (published.body as { data: { documentId: string } }).data;

    await redeploy();
    expect(hub.strapi.output.join('')).not.toContain('cannot be had');
    const summary = 'Something that the practice offers, told in other words than before.';
    const again = await publish({ ...serviceWith(file), summary }, documentId);
    expect([again.status, again.text]).toEqual([200, expect.any(String)]);
    expect(await newestPicture()).toBe(hash);
    const shown = await request(hub.strapi.url).get(`/media/${hash}/a-calm-room.png`);
    expect([shown.status, sha256(shown.body as Buffer)]).toEqual([200, hash]);
  });

  it('may be replaced, and then the new one is published', async () => {
    const file = await upload('maroon');
    expect((await publish(serviceWith(file))).status).toBe(200);
    const before = await hashOf(file);
    const other = await pictureOf('gold');
    expect((await sendFile(other, 'other.png', `/upload?id=${file.id}`)).status).toBe(200);
    expect(await hashOf(file)).not.toBe(before);
    expect((await publish(serviceWith(file))).status).toBe(200);
    expect(await newestPicture()).toBe(await hashOf(file));
    for (const { headers } of bucket.asked) expect(headers).not.toHaveProperty('x-amz-acl');
  });

  it('leave the bucket when they are deleted', async () => {
    const before = await bucket.names();
    const { id } = await upload('gray');
    const deleted = await request(hub.strapi.url)
      .delete(`/upload/files/${id}`)
      .set('Authorization', `Bearer ${session}`);
    expect(deleted.status).toBe(200);
    expect(await bucket.names()).toEqual(before);
  });

  it('are nothing else that lies in the bucket, whoever says so', async () => {
    const secret = await pictureOf('black');
    await bucket.put(`${PREFIX}unknown.png`, secret);
    await bucket.put('of/secret.png', secret);
    bucket.asked.length = 0;
    for (const place of ['unknown.png', '..%2Fsecret.png', '%2e%2e/secret.png', 'a/unknown.png']) {
      expect((await request(hub.strapi.url).get(`/uploads/${place}`)).status).not.toBe(200);
    }
    const file = await upload('white');
    for (const url of ['/uploads/../secret.png', '/uploads/a/../../secret.png', '/uploads/..']) {
      await hub.strapi.ask('query', {
        uid: FILE,
        method: 'update',
        params: { where: { id: file.id }, data: { url } },
      });
      const refused = await publish(serviceWith(file));
      expect([refused.status, refused.text]).toEqual([400, expect.stringMatching(/uploads/)]);
    }
    const names = bucket.asked.map(({ url }) => url ?? '');
    expect(names.filter((name) => /secret|unknown|\.\./.test(name))).toEqual([]);
  });

  it('that came before the bucket are found where they were, and in the bucket once they are copied', async () => {
    await hub.strapi.stop();
    await hub.boot();
    const file = await upload('coral');
    const hash = sha256(await readFile(path.join(hub.folder.publicFolder, file.url)));
    await hub.strapi.stop();
    await hub.boot(settings);
    expect((await publish(serviceWith(file))).status).toBe(200);
    expect(await newestPicture()).toBe(hash);
    expect((await request(hub.strapi.url).get(file.url)).status).toBe(200);

    for (const name of await readdir(folderOfUploads())) {
      await bucket.put(`${PREFIX}${name}`, await readFile(path.join(folderOfUploads(), name)));
    }
    await redeploy();
    expect((await publish(serviceWith(file))).status).toBe(200);
    expect((await request(hub.strapi.url).get(file.url)).status).toBe(200);
  });

  it('are told to be away where the bucket is, and what was published goes on being so', async () => {
    const file = await upload('salmon');
    const hash = await hashOf(file);
    expect((await publish(serviceWith(file))).status).toBe(200);
    await hub.strapi.stop();
    await bucket.goAway();
    try {
      await hub.boot(settings);
      const refused = await sendFile(await pictureOf('salmon'));
      expect([refused.status, refused.text]).toEqual([
        400,
        expect.stringContaining('UPLOADS_AWAY'),
      ]);
      expect((await publish(serviceWith(file))).status).toBe(200);
      expect(await newestPicture()).toBe(hash);
    } finally {
      await bucket.comeBack();
    }
  });

  it('that are gone are told of at the start, and their published copies stand in', async () => {
    const file = await upload('orchid');
    const hash = await hashOf(file);
    expect((await publish(serviceWith(file))).status).toBe(200);
    const never = await upload('khaki');
    await hub.strapi.stop();
    await bucket.empty();
    await hub.boot(settings);
    expect(hub.strapi.output.join('')).toMatch(/The originals of \d+ published pictures cannot/);
    expect((await publish(serviceWith(file))).status).toBe(200);
    expect(await newestPicture()).toBe(hash);
    const refused = await publish(serviceWith(never));
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('is lost')]);
  });
});
