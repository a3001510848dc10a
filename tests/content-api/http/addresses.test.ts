import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { ownsAddress } from '../../../src/content-api/app';
import { sha256 } from '../../../src/publications/canonical';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';
import { exchange } from '../../support/exchange';

const PICTURE = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
const HASH = sha256(PICTURE);

/** An answer of which tests say themselves what its body is. */
type Answer = Omit<request.Response, 'body'> & { readonly body: Record<string, unknown> };

describe('the content API', () => {
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic());
    await api.media.put(HASH, PICTURE);
  });
  afterAll(() => api.close());

  const get = async (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    request(api.url).get(path).set(headers);

  it('owns its addresses and no others', () => {
    const own = ['/graphql', '/schema.graphql', '/media/x/y', '/healthz', '/readyz', '/metrics'];
    expect(own.filter(ownsAddress)).toEqual(own);
    const others = ['/', '/admin', '/api/services', '/graphqlx', '/media', '/upload', '/_health'];
    expect(others.filter(ownsAddress)).toEqual([]);
  });

  it('shows its schema', async () => {
    const { status, type, text } = await get('/schema.graphql');
    expect([status, type]).toEqual([200, 'text/plain']);
    expect(text).toContain('type Service implements ContentDocument & Node {');
  });

  it('is alive, and ready with what it knows of its lag', async () => {
    expect((await get('/healthz')).body).toEqual({ status: 'alive' });
    const { status, body } = await get('/readyz');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'following',
      edition: api.follower.catalogue?.edition.id,
      sequence: api.follower.catalogue?.edition.sequence,
      behind: 0,
      problem: null,
    });
    expect(body.lagSeconds).toBeGreaterThanOrEqual(0);
  });

  it('counts what it answers, and nothing of who asked what', async () => {
    await api.ask('{ service(slug: "telling-slug") { id } }');
    const { text, type } = await get('/metrics');
    expect(type).toBe('text/plain');
    const sequence = api.follower.catalogue?.edition.sequence;
    expect(text).toContain(`\ncontent_api_edition_sequence ${sequence}\n`);
    expect(text).toMatch(/^content_api_log_behind 0$/m);
    expect(text).toMatch(/^content_api_requests_total\{route="\/graphql",status="200"\} \d+$/m);
    expect(text).not.toContain('telling-slug');

    const seconds = 'content_api_request_duration_seconds';
    const numberOf = (sample: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${sample} `))
          ?.slice(sample.length),
      );
    const counts = ['0.0005', '0.05', '1', '+Inf'].map((bound) =>
      numberOf(`${seconds}_bucket{le="${bound}",route="/graphql"}`),
    );
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(0);
    expect(numberOf(`${seconds}_count{route="/graphql"}`)).toBe(counts.at(-1));
    expect(numberOf(`${seconds}_sum{route="/graphql"}`)).toBeGreaterThan(0);
  });

  it('answers an address that it does not have with problem details', async () => {
    const { status, type, body, headers } = await get('/nothing');
    expect([status, type]).toEqual([404, 'application/problem+json']);
    expect(body).toMatchObject({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      code: 'NOT_FOUND',
    });
    expect(headers['content-edition']).toBe(api.follower.catalogue?.edition.id);
  });

  it('answers an address that is none with problem details, and without a word in the log', async () => {
    const { status, type, body } = await get('/media/%E0%A4%A/x.png');
    expect([status, type]).toEqual([400, 'application/problem+json']);
    expect(body).toMatchObject({ code: 'BAD_REQUEST' });
    expect(api.logged).toEqual([]);
  });

  it.each([
    [
      'longer than is read',
      `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`,
      413,
      'REQUEST_TOO_LARGE',
    ],
    ['not HTTP', 'HELLO\r\n\r\n', 400, 'BAD_REQUEST'],
  ])('answers what is %s with problem details', async (_what, sent, status, code) => {
    const answer = await exchange(api.url, sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(`"code":"${code}"`);
  });

  describe('serves a picture', () => {
    it('for good, as what it is and as nothing else', async () => {
      const { status, headers, body } = await get(`/media/${HASH}/room.svg`);
      expect(status).toBe(200);
      expect(body).toEqual(PICTURE);
      expect(headers).toMatchObject({
        'content-type': 'image/svg+xml',
        'content-length': String(PICTURE.length),
        'cache-control': 'public, max-age=31536000, immutable',
        etag: `"${HASH}"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'access-control-allow-origin': '*',
      });
      expect(headers).not.toHaveProperty('vary');
    });

    it.each(['room.html', 'room.png', 'room', 'room.'])(
      'as what its bytes are, whatever it is called: %s',
      async (name) => {
        const { status, headers } = await get(`/media/${HASH}/${name}`);
        expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
        expect(headers['content-security-policy']).toContain('sandbox');
      },
    );

    it('not again to who has it', async () => {
      const { status } = await get(`/media/${HASH}/room.svg`, { 'If-None-Match': `"${HASH}"` });
      expect(status).toBe(304);
    });

    it('whatever the length of its name', async () => {
      const { status } = await get(`/media/${HASH}/${'long%20'.repeat(30)}.svg`);
      expect(status).toBe(200);
    });

    it('without its bytes to HEAD', async () => {
      const { status, headers } = await request(api.url).head(`/media/${HASH}/room.svg`);
      expect([status, headers['content-length']]).toEqual([200, String(PICTURE.length)]);
    });

    it.each([
      ['whose hash is unknown', `/media/${'0'.repeat(64)}/room.svg`],
      ['whose hash is none', '/media/..%2f..%2fetc/room.svg'],
    ])('but none %s', async (_what, path) => {
      const { status, body } = await get(path);
      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    });
  });
});
