import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import request from 'supertest';
import { PersistedQueries } from '../../../src/content-api/answering/persisted-queries';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';

const hashOf = (query: string) => createHash('sha256').update(query).digest('hex');
const persisted = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

let api: TestContentApi;

beforeAll(async () => {
  api = await TestContentApi.start(clinic());
});

afterAll(() => api.close());

const byGet = (parameters: object) =>
  request(api.url).get('/graphql').set('Accept', RESPONSE_JSON).query(parameters);
const byPost = (body: object) =>
  request(api.url).post('/graphql').set('Accept', RESPONSE_JSON).send(body);
const codeOf = ({ text }: { text: string }) =>
  (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('a query that is asked for by its hash', () => {
  it('is not known at first, is sent once, and then asked for by GET, with its variables', async () => {
    const query = 'query Faq($id: ID!) { faq(id: $id) { question } }';
    const extensions = JSON.stringify(persisted(hashOf(query)));
    const variables = JSON.stringify({ id: 'safety' });
    expect(codeOf(await byGet({ extensions, variables }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    await byPost({
      query,
      variables: { id: 'safety' },
      extensions: persisted(hashOf(query)),
    }).expect(200);
    const { text, headers } = await byGet({ extensions, variables }).expect(200);
    expect(JSON.parse(text)).toMatchObject({ data: { faq: { question: expect.any(String) } } });
    const again = await byGet({ extensions, variables })
      .set('If-None-Match', String(headers.etag))
      .expect(304);
    expect(again.headers['cache-status']).toBe('content-api; hit');
  });

  it('is refused where the hash is another’s, and changes nothing', async () => {
    const hash = hashOf('{ practice { name } }');
    const answer = await byPost({ query: '{ edition { id } }', extensions: persisted(hash) });
    expect(answer.status).toBe(400);
    expect(codeOf(await byPost({ extensions: persisted(hash) }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('is not kept where it is invalid, or refused', async () => {
    for (const query of ['{ nothing }', '{ service(slug: "kap") { body { html } } }']) {
      const extensions = persisted(hashOf(query));
      await byPost({ query, extensions }).expect(400);
      expect(codeOf(await byPost({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    }
  });
});

it('keeps no more text than it may, and what was asked for last', async () => {
  const queries = new PersistedQueries({ textOf: () => null }, 100);
  for (let index = 0; index < 20; index += 1) {
    await queries.set(`apq:hash ${index}`, 'x'.repeat(10));
    await queries.get('apq:hash 0');
  }
  expect(await queries.get('apq:hash 0')).toBeDefined();
  expect(await queries.get('apq:hash 1')).toBeUndefined();
  expect(await queries.get('apq:hash 19')).toBeDefined();
});
