import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import request from 'supertest';
import { sha256 } from '../../../src/publications/canonical';
import { PUBLIC_URL, TestContentApi } from '../../support/content-api';
import { TestLog } from '../../support/publications';

interface Rendition {
  readonly url: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}

describe('smaller copies of a picture', () => {
  let api: TestContentApi;
  let hash: string;
  let renditions: readonly Rendition[];

  beforeAll(async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const picture = await sharp({
      create: { width: 1000, height: 500, channels: 3, background: '#888', noise },
    })
      .withExif({ IFD0: { Copyright: 'Somebody' } })
      .jpeg()
      .toBuffer();
    hash = sha256(picture);
    const log = new TestLog();
    const file = {
      sha256: hash,
      name: 'session-room.jpg',
      mime: 'image/jpeg',
      width: 1000,
      height: 500,
      focalPoint: { x: 20, y: 80 },
    };
    log.publish('service', 'kap', { content: { heroImage: { file, alternativeText: 'A room' } } });
    api = await TestContentApi.start(log);
    await api.media.put(sha256(picture), picture);
    const data = await api.data<{ service: { heroImage: { renditions: Rendition[] } } }>(
      '{ service(id: "kap") { heroImage { renditions { url mime width height } } } }',
    );
    ({ renditions } = data.service.heroImage);
  });
  afterAll(() => api.close());

  const get = (url: string) => request(api.url).get(url.replace(PUBLIC_URL, '')).buffer(true);

  it('are offered by width in AVIF and WebP, none wider than the picture', () => {
    expect(renditions.map(({ mime, width, height }) => [mime, width, height])).toEqual(
      [320, 640, 960].flatMap((width) => [
        ['image/avif', width, width / 2],
        ['image/webp', width, width / 2],
      ]),
    );
  });

  it('are made when they are asked for, as large as they say, without what a camera wrote into them', async () => {
    for (const { url, mime, width, height } of renditions) {
      const answer = await get(url);
      expect([url, answer.status, answer.headers['content-type']]).toEqual([url, 200, mime]);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const made = await sharp(answer.body as Buffer).metadata();
      expect([made.width, made.height, made.exif]).toEqual([width, height, undefined]);
    }
  });

  it('are the same bytes however many ask at once, and are not sent to who holds them', async () => {
    const url = renditions[0]?.url ?? '';
    const answers = await Promise.all(Array.from({ length: 8 }, () => get(url)));
    const tags = new Set(answers.map(({ headers }) => headers.etag));
    expect([tags.size, new Set(answers.map(({ body }) => sha256(body as Buffer))).size]).toEqual([
      1, 1,
    ]);
    const again = await get(url).set('If-None-Match', [...tags][0] ?? '');
    expect(again.status).toBe(304);
    const head = await request(api.url).head(url.replace(PUBLIC_URL, ''));
    expect([head.status, head.headers['content-type']]).toEqual([200, 'image/avif']);
  });

  it('are not made in a width that is not offered, nor of what is not there', async () => {
    for (const path of [
      `${hash}/641/session-room.avif`,
      `${hash}/640/session-room.gif`,
      `${'0'.repeat(64)}/640/session-room.webp`,
      `nonsense/640/session-room.webp`,
    ]) {
      const answer = await request(api.url).get(`/media/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await get(`/media/${hash}/session-room.jpg`)).status).toBe(200);
  });
});
