import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import sharp from 'sharp';
import { serviceDraft } from '../../../support/drafts';
import { databaseKinds, Hub } from '../../../support/hub';
import { panelOf } from '../../../support/panel';

const SERVICES = '/collection-types/api::service.service';
const SETTINGS = { PUBLIC_URL: 'https://hub.example' };
const PICTURE =
  'query ($id: ID!) { service(id: $id) { summary heroImage { url width } safety { id } } }';

interface Answer {
  readonly service: { summary: string; heroImage: { url: string; width: number } };
}

describe.each(databaseKinds)('On %s, after a deployment that took the uploads away', (kind) => {
  let hub: Hub;
  let documentId: string;
  let before: Answer['service']['heroImage'];

  beforeAll(async () => {
    hub = await Hub.start(kind, SETTINGS);
    const file = path.join(hub.folder.path, 'room.png');
    const size = { width: 900, height: 600 };
    const { size: bytes } = await sharp({
      create: { ...size, channels: 3, background: '#567' },
    }).toFile(file);
    const uploaded = await hub.strapi.ask<{ id: number }>('upload', {
      file,
      name: 'room.png',
      type: 'image/png',
      size: bytes,
    });
    const heroImage = { file: uploaded.id, alternativeText: 'A quiet room.' };
    ({ documentId } = await hub.strapi.documents('api::service.service', 'create', {
      data: serviceDraft('with-a-room', { heroImage }),
      locale: 'en',
      status: 'published',
    }));
    before = (await hub.answer<Answer>(PICTURE, { id: documentId })).service.heroImage;
    await hub.strapi.stop();
    await rm(path.join(hub.folder.publicFolder, 'uploads'), { recursive: true });
    await mkdir(path.join(hub.folder.publicFolder, 'uploads'));
    await hub.boot(SETTINGS);
  });
  afterAll(() => hub.stop());

  it('says so at the start, and what to do', () => {
    expect(hub.strapi.output.join('')).toMatch(
      /The originals of 1 published pictures cannot be had/,
    );
  });

  it('publishes a text with its picture again, and shows it', async () => {
    const panel = await panelOf(hub.strapi);
    const summary = 'Something that the practice offers, told in other words than before.';
    const saved = await panel.send('put', `${SERVICES}/${documentId}`, { summary });
    expect(saved.status).toBe(200);
    const published = await panel.send('post', `${SERVICES}/${documentId}/actions/publish`, {});
    expect(published.status).toBe(200);
    const { service } = await hub.answer<Answer>(PICTURE, { id: documentId });
    expect(service).toMatchObject({ summary, heroImage: before });
    const { pathname } = new URL(service.heroImage.url);
    const { status, headers } = await request(hub.strapi.url).get(pathname);
    expect([status, headers['content-type']]).toEqual([200, 'image/png']);
  });
});
