import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import request from 'supertest';
import { sha256 } from '../../../src/publications/canonical';
import type { MediaStore } from '../../../src/publications/media-store';
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

  it('make who asks for many at once wait, and are all had in the end', async () => {
    const paths: string[] = [];
    for (const background of ['#111', '#222', '#333', '#444']) {
      const picture = await sharp({ create: { width: 1920, height: 2, channels: 3, background } })
        .png()
        .toBuffer();
      await api.media.put(sha256(picture), picture);
      for (const width of [320, 640, 960, 1280, 1920]) {
        for (const ending of ['avif', 'webp']) {
          paths.push(`/media/${sha256(picture)}/${width}/x.${ending}`);
        }
      }
    }
    const answers = await Promise.all(paths.map((path) => get(path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers['retry-after']).toBe('1');
    expect(refused?.body).toMatchObject({ code: 'RATE_LIMITED' });
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  it('are tried once of a file that is no picture, and not for a name that nothing has', async () => {
    const opened: string[] = [];
    const folder = api.media;
    const mediaStore: MediaStore = {
      ...folder,
      open: (sha256) => {
        opened.push(sha256);
        return folder.open(sha256);
      },
    };
    const text = Buffer.from('No picture.');
    await folder.put(sha256(text), text);
    const other = await TestContentApi.start(new TestLog(), { mediaStore });
    try {
      for (const picture of [sha256(text), sha256('nothing'), sha256(text)]) {
        for (const rest of ['320/x.webp', '640/x.avif']) {
          await request(other.url).get(`/media/${picture}/${rest}`).expect(404);
        }
      }
    } finally {
      await other.close();
    }
    expect(opened).toEqual([sha256(text)]);
  });
});
