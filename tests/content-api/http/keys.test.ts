import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { TestKeys } from '../../support/keys';
import { StreamReader } from '../../support/stream-reader';
import { until } from '../../support/until';

const NAMES = '{ locations { nodes { name } } }';

describe('a request with a key', () => {
  const keys = new TestKeys();
  const site = keys.make('site');
  const leaving = keys.make('leaving');
  const preview = keys.make('preview', { kind: 'preview' });
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic(), {
      keyReader: keys.reader,
      isAnonymousAllowed: false,
    });
  });
  afterAll(() => api.close());

  const ask = (authorization: string | null): Promise<Response> => {
    const asked = request(api.url).post('/graphql').set('Accept', RESPONSE_JSON);
    if (authorization !== null) void asked.set('Authorization', authorization);
    return asked.send({ query: NAMES }).then((response) => response);
  };

  it('is answered, for its sender alone to keep', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { status, headers, text } = await ask(`Bearer ${site}`);
      expect([status, text]).toEqual([200, expect.stringContaining('Denver')]);
      expect(headers['cache-control']).toMatch(/^private,/);
    }
  });

  it('is answered for nobody to keep where it is for previews', async () => {
    const { status, headers } = await ask(`Bearer ${preview}`);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
  });

  it('is refused where the key is not ours, however often it is asked', async () => {
    for (const authorization of [`Bearer ${site}x`, 'Basic a2FwOg==', null]) {
      for (let time = 0; time < 2; time += 1) {
        const answer = await ask(authorization);
        expect(answer.status).toBe(401);
        expect(answer.headers['www-authenticate']).toBe('Bearer');
        expect(answer.body).toHaveProperty('errors.0.extensions.code', 'UNAUTHENTICATED');
      }
    }
  });

  it('opens a stream that ends when the key does, while the others go on', async () => {
    const [ending, staying] = await Promise.all(
      [leaving, site].map((token) =>
        StreamReader.open(api.url, 'subscription { changed { cursor } }', {
          headers: { Authorization: `Bearer ${token}` },
        }),
      ),
    );
    if (ending?.status !== 200 || !staying) throw new Error(`Not opened: ${ending?.status}`);
    keys.revoke('leaving');
    await until(() => ending.isClosed);
    expect(staying.isClosed).toBe(false);
    staying.cut();
  });

  it('tells how fresh the keys are', async () => {
    const readiness = await request(api.url).get('/readyz');
    expect(readiness.body).toMatchObject({
      keys: { state: 'following', count: 2, problem: null },
    });
    expect(readiness.text).toMatch(/"keys":.*"lagSeconds":\d/);
    const metrics = await request(api.url).get('/metrics');
    expect(metrics.text).toContain('\ncontent_api_keys 2\n');
  });
});
