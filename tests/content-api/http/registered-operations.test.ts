import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request, { type Response } from 'supertest';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { TestKeys } from '../../support/keys';
import { TestOperations } from '../../support/registered';
import { StreamReader } from '../../support/stream-reader';
import { until } from '../../support/until';

const FAQ = 'query Faq($id: ID!) { faq(id: $id) { question } }';
const OTHER = '{ locations { nodes { name } } }';
const CHANGED = 'subscription { changed { cursor } }';
const variables = { id: 'safety' };

describe('registered operations', () => {
  const keys = new TestKeys();
  const strict = keys.make('strict', { name: 'app', registered_only: 1 });
  const neighbour = keys.make('neighbour', { name: 'leaflet', registered_only: 1 });
  const lenient = keys.make('lenient', { name: 'app' });
  const operations = new TestOperations();
  const faq = operations.register('app', FAQ);
  operations.register('app', CHANGED);
  let api: TestContentApi;
  beforeAll(async () => {
    api = await TestContentApi.start(clinic(), {
      keyReader: keys.reader,
      operationReader: operations.reader,
    });
  });
  afterAll(() => api.close());

  const ask = (token: string | null, body: object): Promise<Response> => {
    const asked = request(api.url).post('/graphql').set('Accept', RESPONSE_JSON);
    if (token !== null) void asked.set('Authorization', `Bearer ${token}`);
    return asked.send(body).then((answer) => answer);
  };
  const codeOf = ({ body }: Response) =>
    (body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
  const apq = (sha256Hash: string) => ({
    extensions: { persistedQuery: { version: 1, sha256Hash } },
  });

  it('are asked for by their hash alone, by POST and GET, by anybody', async () => {
    const answer = { data: { faq: { question: expect.any(String) } } };
    const documentId = `sha256:${faq}`;
    expect((await ask(null, { documentId, variables })).body).toEqual(answer);
    expect((await ask(null, { ...apq(faq), variables })).body).toEqual(answer);
    const byGet = await request(api.url)
      .get('/graphql')
      .set('Accept', RESPONSE_JSON)
      .query({ documentId, variables: JSON.stringify(variables) });
    expect([byGet.status, byGet.body]).toEqual([200, answer]);
    expect(codeOf(await ask(null, { documentId: `sha256:${'0'.repeat(64)}` }))).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
  });

  it('are all that a key is answered that asks for it, by text or by hash, however often', async () => {
    for (let time = 0; time < 2; time += 1) {
      for (const body of [{ query: FAQ }, apq(faq), { documentId: `sha256:${faq}` }]) {
        expect((await ask(strict, { ...body, variables })).status).toBe(200);
      }
      for (const body of [{ query: OTHER }, apq('0'.repeat(64)), { ...apq(faq), query: OTHER }]) {
        const refused = await ask(strict, body);
        expect(refused.status).toBe(400);
        expect(refused.body).not.toHaveProperty('data');
      }
      const refused = await ask(strict, { query: OTHER });
      expect(codeOf(refused)).toBe('PERSISTED_QUERY_REQUIRED');
      // Also where the text is none that could be answered.
      expect(codeOf(await ask(strict, { query: '{ nothing' }))).toBe('PERSISTED_QUERY_REQUIRED');
      expect((await ask(lenient, { query: OTHER })).status).toBe(200);
    }
  });

  it('are those of the key’s own frontend, also where another’s answer is remembered', async () => {
    const body = { query: FAQ, variables };
    expect((await ask(strict, body)).status).toBe(200);
    expect(codeOf(await ask(neighbour, body))).toBe('PERSISTED_QUERY_REQUIRED');
  });

  it('are the only ones that a stream is opened for', async () => {
    const open = (query: string) =>
      StreamReader.open(api.url, query, { headers: { Authorization: `Bearer ${strict}` } });
    const opened = await open(CHANGED);
    const refused = await open('subscription { changed { kind } }');
    expect([opened.status, refused.status]).toEqual([200, 400]);
    opened.cut();
    refused.cut();
  });

  it('are known a moment after they were registered', async () => {
    const hash = operations.register('app', OTHER);
    await until(async () => (await ask(strict, { documentId: `sha256:${hash}` })).status === 200);
  });
});

it('are all that anybody is answered where the practice says so', async () => {
  const operations = new TestOperations();
  operations.register('site', FAQ);
  const keys = new TestKeys();
  const key = keys.make('key', { name: 'site' });
  const api = await TestContentApi.start(clinic(), {
    keyReader: keys.reader,
    operationReader: operations.reader,
    isRegisteredOnly: true,
  });
  const withKey = { Authorization: `Bearer ${key}` };
  const statuses = [
    (await api.ask(FAQ, variables)).status,
    (await api.ask(OTHER)).status,
    (await api.ask(FAQ, variables).set(withKey)).status,
    (await api.ask(OTHER).set(withKey)).status,
  ];
  await api.close();
  expect(statuses).toEqual([200, 400, 200, 400]);
});
