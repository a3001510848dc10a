import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { TestKeys } from '../../support/keys';
import { StreamReader } from '../../support/stream-reader';

const MINUTE = 60_000;
const NAMES = '{ locations { nodes { name } } }';
const BROKEN = '{ locations { nodes { nome } } }';

describe('requests in a minute', () => {
  const keys = new TestKeys();
  const site = keys.make('site', { rate_limit: 2 });
  const endless = keys.make('endless');
  /** Forty seconds into a minute. */
  let now = 1_000 * MINUTE + 40_000;
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic(), {
      keyReader: keys.reader,
      rateLimit: 3,
      trustedProxies: ['127.0.0.1'],
      now: () => now,
    });
  });
  afterAll(() => api.close());

  const ask = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    request(api.url)
      .post('/graphql')
      .set({ Accept: RESPONSE_JSON, ...headers })
      .send({ query })
      .then((answer) => answer);
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const withKey = (token: string) => ({ Authorization: `Bearer ${token}` });
  const nextMinute = () => (now += MINUTE);

  it('are counted down in the headers, whatever they are answered, refused with one too many, and begun anew', async () => {
    const client = from('198.51.100.7');
    for (const [query, status, left] of [
      [NAMES, 200, 2],
      [BROKEN, 400, 1],
      [NAMES, 200, 0],
    ] as const) {
      const answer = await ask(query, client);
      expect(answer.status).toBe(status);
      expect(answer.headers['ratelimit-policy']).toBe('"address";q=3;w=60');
      expect(answer.headers.ratelimit).toBe(`"address";r=${left};t=20`);
    }
    for (const query of [NAMES, BROKEN]) {
      const refused = await ask(query, client);
      expect(refused.status).toBe(429);
      expect(refused.body).toHaveProperty('errors.0.extensions.code', 'RATE_LIMITED');
      expect(refused.headers).toMatchObject({
        'retry-after': '20',
        ratelimit: '"address";r=0;t=20',
        'cache-control': 'no-store',
      });
    }
    nextMinute();
    expect((await ask(NAMES, client)).status).toBe(200);
  });

  it('are told by a 304 too', async () => {
    const client = from('198.51.100.8');
    const address = `/graphql?query=${encodeURIComponent(NAMES)}`;
    const first = await request(api.url).get(address).set(client);
    const again = await request(api.url)
      .get(address)
      .set({ ...client, 'If-None-Match': first.headers.etag ?? '' });
    expect([again.status, again.headers.ratelimit]).toEqual([304, '"address";r=1;t=20']);
  });

  it("are each address's own; an IPv6 network counts as one", async () => {
    const leftOf = async (address: string) => {
      const { headers } = await ask(NAMES, from(address));
      return /r=(\d)/.exec(headers.ratelimit ?? '')?.[1];
    };
    expect(await leftOf('203.0.113.1')).toBe('2');
    expect(await leftOf('203.0.113.2')).toBe('2');
    expect(await leftOf('2001:db8:0:7::1')).toBe('2');
    expect(await leftOf('2001:db8::7:a:b:c:d')).toBe('1');
    expect(await leftOf('2001:db8:0:8::1')).toBe('2');
    expect(await leftOf('::1')).toBe('2');
  });

  it('are counted by the key where there is one, wherever it is used', async () => {
    for (const [address, left] of [
      ['192.0.2.1', 1],
      ['192.0.2.2', 0],
    ] as const) {
      const { headers } = await ask(NAMES, { ...withKey(site), ...from(address) });
      expect(headers).toMatchObject({
        'ratelimit-policy': '"key";q=2;w=60',
        ratelimit: `"key";r=${left};t=20`,
      });
    }
    expect((await ask(NAMES, withKey(site))).status).toBe(429);
    for (let time = 0; time < 5; time += 1) {
      const { status, headers } = await ask(NAMES, withKey(endless));
      expect([status, headers.ratelimit]).toEqual([200, undefined]);
    }
  });

  it('take in those that open a stream', async () => {
    nextMinute();
    const open = () =>
      StreamReader.open(api.url, 'subscription { changed { cursor } }', { headers: withKey(site) });
    for (let time = 0; time < 2; time += 1) (await open()).cut();
    const refused = await open();
    expect(refused.status).toBe(429);
    refused.cut();
  });
});

it('do not believe a header that anybody can write', async () => {
  const api = await TestContentApi.start(clinic(), { rateLimit: 1 });
  const statuses = [];
  for (const address of ['192.0.2.1', '192.0.2.2']) {
    const answer = await api.ask(NAMES).set('X-Forwarded-For', address);
    statuses.push(answer.status);
  }
  await api.close();
  expect(statuses).toEqual([200, 429]);
});

it('say once, in the log, that a proxy is not trusted, and what to set', async () => {
  const api = await TestContentApi.start(clinic(), { rateLimit: 100 });
  for (const address of ['192.0.2.1', '192.0.2.2']) {
    await api.ask(NAMES).set('X-Forwarded-For', address);
  }
  await api.close();
  const told = api.logged.filter((line) => line.includes('TRUSTED_PROXIES'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/"proxy":"(::ffff:)?127\.0\.0\.1"/);
});

it('take an address with a port for the same client, whatever the port', async () => {
  const api = await TestContentApi.start(clinic(), { rateLimit: 1, trustedProxies: ['127.0.0.1'] });
  const statuses = [];
  for (const address of [
    '192.0.2.1:4711',
    '192.0.2.1:4712',
    '192.0.2.1',
    '[2001:db8::1]:4711',
    '[2001:db8::1]:4712',
    '192.0.2.9:4711, 127.0.0.1:80',
    '192.0.2.9:4712, 127.0.0.1:81',
  ]) {
    const { status } = await api.ask(NAMES).set('X-Forwarded-For', address);
    statuses.push(status);
  }
  await api.close();
  expect(statuses).toEqual([200, 429, 429, 200, 429, 200, 429]);
});
