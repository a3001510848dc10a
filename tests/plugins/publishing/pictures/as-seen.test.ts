import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import request from 'supertest';
import sharp from 'sharp';
import { serviceDraft } from '../../../support/drafts';
import { Hub } from '../../../support/hub';

const CASES = path.resolve(__dirname, '../../../cases');
const SERVICE = 'api::service.service';
const PICTURE = `query ($id: ID!) {
  service(id: $id) { heroImage { url mime width height renditions { url mime width height } } safety { id } }
}`;

interface Picture {
  readonly url: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}

describe('A picture in the media library', () => {
  let hub: Hub;
  let number = 0;

  beforeAll(async () => {
    hub = await Hub.start('SQLite');
  });
  afterAll(() => hub.stop());

  /** @param as what the file is called as it is uploaded. */
  async function upload(file: string, type: string, as = path.basename(file)) {
    // Strapi moves what it is given.
    const copy = path.join(hub.folder.path, `upload-${(number += 1)}`);
    await copyFile(file, copy);
    const { size } = await stat(copy);
    return hub.strapi.ask<{ id: number }>('upload', { file: copy, name: as, type, size });
  }

  async function publish(fileId: number) {
    const heroImage = { file: fileId, alternativeText: 'What is to be seen.' };
    const { documentId } = await hub.strapi.documents(SERVICE, 'create', {
      data: serviceDraft(`shown-${(number += 1)}`, { heroImage }),
      locale: 'en',
      status: 'published',
    });
    const { service } = await hub.answer<{
      service: { heroImage: Picture & { renditions: Picture[] } };
    }>(PICTURE, { id: documentId });
    return service.heroImage;
  }

  async function fetched({ url }: Picture) {
    const { pathname } = new URL(url);
    const answer = await request(hub.strapi.url).get(pathname).buffer(true);
    expect(answer.status).toBe(200);
    const body = answer.body as Buffer;
    const type = String(answer.headers['content-type']);
    return { type, ...(await sharp(body).metadata()) };
  }

  it('stands upright, in every size, however the camera was held', async () => {
    const small = path.join(CASES, 'small-orientation6.jpg');
    // The same, large enough for Strapi's own sizes and for ours.
    const large = path.join(hub.folder.path, 'large.jpg');
    await sharp(small).resize({ width: 1_400 }).withMetadata({ orientation: 6 }).toFile(large);
    // AVIF says it in a property of its own (irot), and not in what the camera wrote.
    const avif = path.join(hub.folder.path, 'large.avif');
    await sharp(large).keepMetadata().avif().toFile(avif);
    expect((await readFile(avif)).includes('irot')).toBe(true);
    for (const [file, type] of [
      [small, 'image/jpeg'],
      [large, 'image/jpeg'],
      [avif, 'image/avif'],
    ] as const) {
      const picture = await publish((await upload(file, type)).id);
      expect(picture.mime).toBe(type);
      expect(picture.width).toBeLessThan(picture.height);
      for (const one of [picture, ...picture.renditions]) {
        const seen = await fetched(one);
        expect([seen.width, seen.height]).toEqual([one.width, one.height]);
        expect(seen.orientation ?? 1).toBe(1);
      }
    }
  });

  it.each(['Our treatment room', 'Our treatment room.jpg', 'Our treatment room.exe', 'room.PNG'])(
    'is what its bytes are, whatever it is called: %s',
    async (name) => {
      const { id } = await upload(path.join(CASES, 'room.png'), 'image/png', name);
      const picture = await publish(id);
      expect(picture.mime).toBe('image/png');
      expect(picture.url).toMatch(/\.png$/i);
      for (const one of [picture, ...picture.renditions]) {
        const seen = await fetched(one);
        expect(seen.type).toBe(one.mime);
      }
    },
  );

  it('is taken where every viewer shows it', async () => {
    const { id } = await upload(path.join(CASES, 'odd-sos.jpg'), 'image/jpeg');
    expect(await fetched(await publish(id))).toMatchObject({ format: 'jpeg', width: 300 });
  });

  it('is refused where it is broken', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const create = { width: 90, height: 60, channels: 3, background: 'teal', noise } as const;
    const avif = await sharp({ create }).avif().toBuffer();
    for (const [whole, type] of [
      [await readFile(path.join(CASES, 'odd-sos.jpg')), 'image/jpeg'],
      [avif, 'image/avif'],
    ] as const) {
      const broken = path.join(hub.folder.path, 'broken');
      await writeFile(broken, whole.subarray(0, whole.length - 200));
      await expect(upload(broken, type)).rejects.toThrow('not a valid image');
    }
  });

  it('moves in every size that there is, where it moves', async () => {
    const picture = await publish(
      (await upload(path.join(CASES, 'breathing.webp'), 'image/webp')).id,
    );
    expect(picture.renditions).not.toEqual([]);
    for (const one of [picture, ...picture.renditions]) {
      const seen = await fetched(one);
      expect(seen.type).toBe('image/webp');
      expect(seen.pages).toBe(3);
    }
  });
});
