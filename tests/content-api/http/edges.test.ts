import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { sha256 } from '../../../src/publications/canonical';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';
import { exchange } from '../../support/exchange';

/** What the library of pictures may hold that no smaller copy can be made of. */
const NO_PICTURES = {
  drawing: '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"/>',
  document: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n',
  'moving picture': Buffer.from(
    'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    'base64',
  ),
  'file without a byte': '',
  'picture that breaks off': Buffer.from('ffd8ffe000104a46494600010100', 'hex'),
} as const;

const REFUSED = /"code":"[A-Z_]+"/;
/** A place on this machine, or a line of a stack. */
const TELLING =
  /\/(tmp|home|root|usr|srv|work)\/|node_modules|node:internal|\bat \S+ \(|\.(ts|js):\d/;

describe('whatever a stranger sends', () => {
  let api: TestContentApi;
  let hash: string;
  const hashes = new Map<string, string>();

  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
    const picture = await sharp({
      create: { width: 400, height: 200, channels: 3, background: '#888' },
    })
      .png()
      .toBuffer();
    hash = sha256(picture);
    await api.media.put(sha256(picture), picture);
    for (const [kind, content] of Object.entries(NO_PICTURES)) {
      const bytes = Buffer.from(content);
      hashes.set(kind, sha256(bytes));
      await api.media.put(sha256(bytes), bytes);
    }
  });
  afterAll(() => api.close());

  /** Asks in exactly these characters, and holds the answer against what every answer is held to. */
  async function answerTo(
    lines: readonly string[],
    body = '',
  ): Promise<{ status: number; text: string }> {
    const text = await exchange(api.url, `${lines.join('\r\n')}\r\n\r\n${body}`);
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]);
    const [head = '', ...rest] = text.split('\r\n\r\n');
    const told = { asked: lines, text: text.slice(0, 2_000) };
    expect({ ...told, isAnswered: status >= 200 && status < 500 }).toMatchObject({
      isAnswered: true,
    });
    const headers = head.toLowerCase();
    expect({
      ...told,
      isNosniff: headers.includes('\r\nx-content-type-options: nosniff'),
    }).toMatchObject({ isNosniff: true });
    expect({
      ...told,
      isUnreferred: headers.includes('\r\nreferrer-policy: no-referrer'),
    }).toMatchObject({ isUnreferred: true });
    if (headers.includes('content-type: text/html')) {
      expect({ ...told, isFramed: headers.includes('frame-ancestors') }).toMatchObject({
        isFramed: true,
      });
    }
    if (status >= 400 && !lines[0]?.startsWith('HEAD ')) {
      expect({ ...told, hasCode: REFUSED.test(rest.join('\r\n\r\n')) }).toMatchObject({
        hasCode: true,
      });
    }
    expect({ ...told, isTelling: TELLING.test(text) }).toMatchObject({ isTelling: false });
    return { status, text };
  }

  const get = (target: string, ...headers: string[]) =>
    answerTo([`GET ${target} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers]);
  const statusOf = async (target: string, ...headers: string[]) =>
    (await get(target, ...headers)).status;

  it.each([
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/schema.graphql', 200],
    ['/graphql/reference', 200],
    ['/graphql/reference?a[]=1&__proto__=2&%00', 200],
    ['/graphql/reference/', 404],
    ['/schema.graphql?%E0%A4%A', 200],
    ['/', 404],
    ['//', 404],
    ['/%00', 404],
    ['/..', 404],
    ['/media/../../etc/passwd', 404],
    ['/media/%2e%2e/%2e%2e/x.png', 404],
    ['/media', 404],
    ['/media/', 404],
    ['/media//', 404],
    ['/media/%', 400],
    ['/media/%E0%A4%A/x.png', 400],
  ])('at %s is answered as it should be', async (target, status) => {
    expect(await statusOf(target)).toBe(status);
  });

  it('at an address that is long is answered that there is nothing, or that it is not read', async () => {
    expect(await statusOf(`/${'x'.repeat(12_000)}`)).toBe(404);
    expect(await statusOf(`/media/x/${'x'.repeat(1_100)}.png`)).toBe(413);
  });

  it.each([
    ['picture.png', 200],
    ['picture%00.png', 200],
    ['..%2f..%2fetc%2fpasswd', 200],
    ['x.constructor', 200],
    ['x.__proto__', 200],
    ['x.toString', 200],
    ['.png', 200],
    ['x.PNG', 200],
    ['x.html', 200],
    ['320/x.webp', 200],
    ['320/x.avif', 200],
    ['640/x.webp', 404],
    ['1920/x.webp', 404],
    ['0/x.webp', 404],
    ['-320/x.webp', 404],
    ['0320/x.webp', 404],
    ['320.0/x.webp', 404],
    ['3.2e2/x.webp', 404],
    ['99999999999999999999/x.webp', 404],
    ['NaN/x.webp', 404],
    ['320/x.png', 404],
    ['320/x.constructor', 404],
    ['320/.webp', 200],
    ['320/x.webp/x.webp', 404],
  ])('of a picture, at /media/…/%s, is answered as it should be', async (rest, status) => {
    expect(await statusOf(`/media/${hash}/${rest}`)).toBe(status);
  });

  it.each(Object.keys(NO_PICTURES))(
    'for a smaller copy of a %s is answered that there is none',
    async (kind) => {
      for (const name of ['320/x.webp', '1920/x.avif']) {
        expect(await statusOf(`/media/${hashes.get(kind)}/${name}`)).toBe(404);
      }
      expect(api.logged).toEqual([]);
    },
  );

  it('by ranges, conditions and HEAD of a picture is answered', async () => {
    const picture = `/media/${hash}/picture.png`;
    for (const range of [
      'bytes=0-0',
      'bytes=99999999-',
      'bytes=-0',
      'bytes=5-1',
      'lines=1',
      'bytes=0-,0-,0-',
    ]) {
      expect(await statusOf(picture, `Range: ${range}`)).toBe(200);
    }
    for (const target of [picture, `/media/${hash}/320/x.webp`]) {
      for (const held of ['*', 'W/"x"', '"', '""', 'é', `"a", "b"`, '"'.repeat(5_000)]) {
        expect([200, 304]).toContain(await statusOf(target, `If-None-Match: ${held}`));
      }
      expect(
        await statusOf(target, 'If-Modified-Since: yesterday', 'If-Match: x', 'If-Range: 1'),
      ).toBe(200);
      const head = await answerTo([`HEAD ${target} HTTP/1.1`, 'Host: x', 'Connection: close']);
      expect(head.status).toBe(200);
    }
    expect(await statusOf(picture, `If-None-Match: W/"x", "${hash}"`)).toBe(304);
  });

  const SUBSCRIPTION = encodeURIComponent('subscription { changed { cursor } }');
  it.each([
    ['/graphql/stream', []],
    ['/graphql/stream?query=', []],
    ['/graphql/stream?query=%00&variables=&extensions=&operationName=', []],
    ['/graphql/stream?query={edition{id}}', []],
    ['/graphql/stream?query=subscription', []],
    [`/graphql/stream?query=${SUBSCRIPTION}&operationName=nobody`, []],
    [`/graphql/stream?query=${SUBSCRIPTION}&variables=[]`, []],
    [`/graphql/stream?query=${SUBSCRIPTION}&variables=${'['.repeat(5_000)}`, []],
    [`/graphql/stream?query=${SUBSCRIPTION}`, ['Last-Event-ID: garbage']],
    [
      `/graphql/stream?query=${SUBSCRIPTION}`,
      ['Last-Event-ID: WzEsIngiXQ', 'Last-Event-ID: WzEsIngiXQ'],
    ],
    [`/graphql/stream?query=${SUBSCRIPTION}`, [`Last-Event-ID: ${'x'.repeat(9_000)}`]],
    [`/graphql/stream?query=${SUBSCRIPTION}`, ['Accept: text/html']],
    [`/graphql/stream?query=${SUBSCRIPTION}`, ['Authorization: Bearer kap_x']],
    [`/graphql/stream?query=${SUBSCRIPTION}`, ['Authorization: Basic eDp4']],
  ])('to open a stream that is none is refused: %# %j', async (target, headers) => {
    const status = await statusOf(target, ...headers);
    expect([400, 401, 406]).toContain(status);
  });

  it('by a method that an address does not have is refused', async () => {
    const methods = ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'M-SEARCH', 'PURGE', 'SOURCE'];
    for (const method of methods) {
      for (const target of ['/readyz', '/graphql/stream', `/media/${hash}/x.png`, '*', '/']) {
        const { status } = await answerTo([
          `${method} ${target} HTTP/1.1`,
          'Host: x',
          'Connection: close',
        ]);
        expect([400, 404, 405]).toContain(status);
      }
    }
    for (const target of ['/readyz', '/graphql/reference', '/schema.graphql', '/metrics', '/x']) {
      for (const type of [
        'application/json',
        'text/plain',
        'multipart/form-data',
        '/;=',
        'x'.repeat(999),
      ]) {
        const { status } = await answerTo(
          [
            `POST ${target} HTTP/1.1`,
            'Host: x',
            'Connection: close',
            `Content-Type: ${type}`,
            'Content-Length: 3',
          ],
          '{"a',
        );
        expect([400, 404, 415]).toContain(status);
      }
    }
    for (const target of ['*', '/graphql', '/nothing', '/metrics']) {
      await answerTo([`OPTIONS ${target} HTTP/1.1`, 'Host: x', 'Connection: close']);
      await answerTo([
        `OPTIONS ${target} HTTP/1.1`,
        'Host: x',
        'Connection: close',
        'Origin: null',
        'Access-Control-Request-Method: \u00ff',
      ]);
    }
  });

  it('in a form of HTTP that few know is answered', async () => {
    const plain = ['Connection: close'];
    expect((await answerTo(['GET /readyz HTTP/1.0'])).status).toBe(200);
    expect((await answerTo(['GET http://x/readyz HTTP/1.1', 'Host: x', ...plain])).status).toBe(
      200,
    );
    expect((await answerTo(['GET http://x HTTP/1.1', 'Host: x', ...plain])).status).toBe(404);
    expect((await answerTo(['GET http:/// HTTP/1.1', 'Host: x', ...plain])).status).toBe(404);
    expect((await answerTo(['GET /readyz HTTP/1.1', ...plain])).status).toBe(400);
    for (const host of ['', '[', 'a b', 'x:99999999', '\u00ff', 'x'.repeat(9_000)]) {
      expect((await answerTo(['GET /readyz HTTP/1.1', `Host: ${host}`, ...plain])).status).toBe(
        200,
      );
    }
    expect(await statusOf('/readyz', 'Expect: wonders')).toBe(200);
    expect(await statusOf('/readyz', 'Upgrade: h2c', 'HTTP2-Settings: x')).toBe(200);
    expect(
      await statusOf('/readyz', 'Accept-Encoding: br;q=x, ,;', 'Accept: ;;;', 'Accept-Datetime: x'),
    ).toBe(200);
    expect(await statusOf('/readyz', `X: ${'x'.repeat(20_000)}`)).toBe(413);
    expect(await statusOf('/readyz', ...Array<string>(1_500).fill('X: y'))).toBe(200);
    expect(await statusOf('/readyz', 'Content-Length: 1', 'Transfer-Encoding: chunked')).toBe(400);
    expect(await statusOf('/readyz', 'Content-Length: -1')).toBe(400);
    expect((await answerTo(['PRI * HTTP/2.0'], 'SM\r\n\r\n')).status).toBe(400);
    expect((await answerTo(['GET /readyz HTTP/9.9', 'Host: x'])).status).toBe(400);
    expect((await answerTo(['\u0016\u0003\u0001'])).status).toBe(400);
  });

  it('is answered without a defect, however it is made', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'media',
        hash,
        '320',
        'x.webp',
        'x.png',
        'graphql',
        'stream',
        'reference',
        '..',
        '.',
        '',
      ),
      fc.constantFrom(
        '%2f',
        '%00',
        '%2e%2e',
        '%',
        '%ff',
        ';',
        '?',
        '#',
        '\\',
        '*',
        '?query={a}',
        '__proto__',
      ),
      fc.webPath(),
    );
    const target = fc
      .array(part, { maxLength: 5 })
      .map((parts) => `/${parts.join('/')}`.replace(/\s/g, '+'));
    const header = fc
      .tuple(
        fc.constantFrom(
          'Accept',
          'Range',
          'If-None-Match',
          'Last-Event-ID',
          'Authorization',
          'Origin',
          'Expect',
          'Via',
        ),
        fc.string({ maxLength: 30 }),
      )
      .map(([name, value]) => `${name}: ${value.replace(/[^\x20-\x7e]/g, '')}`);
    const asked = fc.tuple(
      fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT'),
      target,
      fc.array(header, { maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ([method, address, headers]) => {
        await answerTo([
          `${method} ${address} HTTP/1.1`,
          'Host: x',
          'Connection: close',
          ...headers,
        ]);
      }),
      { numRuns: 300 },
    );
    expect(api.logged).toEqual([]);
  });
});
