import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Follower } from '../../../src/content-api/log/follower';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { exchange } from '../../support/exchange';
import { TestLog } from '../../support/publications';

/** What a wrong request is answered with. */
const wrong = [
  ['a locale that there is none of', '{ services(locale: "xx") { totalCount } }', 'UNKNOWN_LOCALE'],
  ['too many items', '{ services(first: 1000) { totalCount } }', 'BAD_USER_INPUT'],
  ['no items', '{ services(last: 0) { totalCount } }', 'BAD_USER_INPUT'],
  ['items from both ends', '{ services(first: 1, last: 1) { totalCount } }', 'BAD_USER_INPUT'],
  [
    'too many items below a document',
    '{ service(id: "kap") { faqs(first: 1000) { totalCount } } }',
    'BAD_USER_INPUT',
  ],
  ['a cursor that is none', '{ services(after: "nonsense") { totalCount } }', 'INVALID_CURSOR'],
  ['a slug and an id', '{ service(id: "kap", slug: "kap") { id } }', 'BAD_USER_INPUT'],
  ['neither slug nor id', '{ service { id } }', 'BAD_USER_INPUT'],
  ['too many ids', `{ nodes(ids: [${'"x",'.repeat(101)}]) { id } }`, 'BAD_USER_INPUT'],
  [
    'a filter without end',
    `{ faqs(filter: ${'{ not: '.repeat(20)}{}${' }'.repeat(20)}) { totalCount } }`,
    'BAD_USER_INPUT',
  ],
  ['a document that does not parse', '{ services(', 'GRAPHQL_PARSE_FAILED'],
  ['a field that there is none of', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a value that the enum lacks',
    '{ faqs(orderBy: BEST) { totalCount } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a mutation', 'mutation { __typename }', 'BAD_REQUEST'],
] as const;

describe('/graphql', () => {
  let api: TestContentApi;
  beforeEach(async () => {
    api = await TestContentApi.start(clinic());
  });
  afterEach(() => api.close());

  describe.each(wrong)('asked for %s', (_what, query, code) => {
    it(`answers ${code} with 400 and no data to who reads GraphQL's own media type`, async () => {
      const answer = await api.ask(query);
      expect(answer.status).toBe(400);
      expect(answer.type).toBe(RESPONSE_JSON);
      expect(answer.body).toEqual({
        errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })],
      });
      expect(api.logged).toEqual([]);
    });

    it(`answers ${code} with 200 to who reads JSON, as GraphQL over HTTP asks`, async () => {
      const answer = await request(api.url).post('/graphql').send({ query });
      expect(answer.status).toBe(200);
      expect(answer.type).toBe('application/json');
      expect(answer.body).not.toHaveProperty('data');
      expect(answer.body).toHaveProperty('errors.0.extensions.code', code);
    });
  });

  it('names the locales that there are', async () => {
    const { text } = await api.ask('{ practice(locale: "de") { name } }');
    expect(text).toContain('en, es');
  });

  it('refuses a variable of the wrong type', async () => {
    const query = 'query ($first: Int) { services(first: $first) { totalCount } }';
    const answer = await api.ask(query, { first: 'many' });
    expect(answer.status).toBe(400);
    expect(answer.body).toHaveProperty('errors.0.extensions.code', 'BAD_USER_INPUT');
  });

  // Valid, as each has a default that is not null; what is sent decides.
  const ofNode = 'query ($value: ID = "kap") { node(id: $value) { id } }';
  it.each([
    ['an argument', ofNode],
    [
      'a part of an argument',
      'query ($value: String = "kap") { faqs(filter: { slug: { in: [$value] } }) { totalCount } }',
    ],
    [
      'a condition',
      'query ($value: Boolean = true) { edition { id @include(if: $value) documentCount } }',
    ],
  ])('refuses a variable that is null where %s must not be', async (_what, query) => {
    const answer = await api.ask(query, { value: null });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errors: [expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })],
    });
    expect(api.logged).toEqual([]);
  });

  it('refuses it with 200 to who reads JSON', async () => {
    const body = { query: ofNode, variables: { value: null } };
    const answer = await request(api.url).post('/graphql').send(body);
    expect(answer.status).toBe(200);
    expect(answer.body).not.toHaveProperty('data');
    expect(answer.body).toHaveProperty('errors.0.extensions.code', 'BAD_USER_INPUT');
  });

  it('answers a filter in a variable however often it is asked, and however deep it goes', async () => {
    const query = `query Faqs($filter: FaqFilter, $first: Int) {
      faqs(filter: $filter, first: $first) { nodes { id } }
    }`;
    const filter = { not: { or: [{ topic: { eq: 'COST' } }, { topic: { eq: 'BASICS' } }] } };
    for (const first of [1, 2, 3, 4]) {
      const data = await api.data<object>(query, { filter, first });
      expect(data).toEqual({ faqs: { nodes: [{ id: 'safety' }] } });
    }
  });

  it('refuses a body that is no JSON', async () => {
    const answer = await request(api.url)
      .post('/graphql')
      .set('Content-Type', 'application/json')
      .send('{"query":');
    expect(answer.status).toBe(400);
    expect(answer.body).toHaveProperty('errors.0.extensions.code', 'BAD_REQUEST');
  });

  it('refuses a body of another media type', async () => {
    const answer = await request(api.url)
      .post('/graphql')
      .set('Content-Type', 'text/plain')
      .send('{ edition { id } }');
    expect(answer.status).toBe(415);
    expect(answer.body).toHaveProperty('errors.0.extensions.code', 'BAD_REQUEST');
  });

  it.each(['application/json', 'text/plain', 'application/graphql'])(
    'refuses a body that is too long, whatever it says it is: %s',
    async (type) => {
      const answer = await request(api.url)
        .post('/graphql')
        .set('Content-Type', type)
        .send(JSON.stringify({ query: `# ${'x'.repeat(300_000)}\n{ edition { id } }` }));
      expect(answer.status).toBe(413);
      expect(answer.body).toHaveProperty('errors.0.extensions.code', 'REQUEST_TOO_LARGE');
    },
  );

  it('answers GET with the query in the address', async () => {
    const answer = await request(api.url)
      .get('/graphql')
      .query({ query: 'query ($id: ID) { service(id: $id) { id } }', variables: '{"id":"kap"}' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ data: { service: { id: 'kap' } } });
  });

  it('answers HEAD as GET, without the body', async () => {
    const address = `/graphql?query=${encodeURIComponent('{ edition { id } }')}`;
    const get = await request(api.url).get(address);
    const head = await request(api.url).head(address);
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
  });

  it('refuses a mutation by GET', async () => {
    const answer = await request(api.url)
      .get('/graphql')
      .query({ query: 'mutation { __typename }' });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST');
    expect(answer.body).toHaveProperty('errors.0.extensions.code', 'BAD_REQUEST');
  });

  it('refuses a key, since it has given none', async () => {
    const answer = await api.ask('{ edition { id } }').set('Authorization', 'Bearer kap_x');
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(answer.body).toHaveProperty('errors.0.extensions.code', 'UNAUTHENTICATED');
  });

  it('stamps the edition on answers and on refusals, and tells caches what they depend on', async () => {
    const edition = api.follower.catalogue?.edition.id;
    for (const query of ['{ edition { id } }', '{ nothing }']) {
      const { headers } = await api.ask(query);
      expect(headers['content-edition']).toBe(edition);
      expect(headers.vary).toBe('Accept, Accept-Encoding, Accept-Datetime, Authorization');
    }
  });

  it('lets any site ask, without credentials', async () => {
    const preflight = await request(api.url)
      .options('/graphql')
      .set('Origin', 'https://partner.example')
      .set('Access-Control-Request-Method', 'POST')
      .set('Access-Control-Request-Headers', 'content-type');
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    expect(preflight.headers['access-control-allow-headers']).toBe('content-type');
    const answer = await api.ask('{ edition { id } }').set('Origin', 'https://partner.example');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
    // Without credentials the asterisk means every header.
    expect(answer.headers['access-control-expose-headers']).toBe('*');
  });

  it('answers a request whose Host is no host', async () => {
    const answer = await exchange(
      api.url,
      'GET /graphql?query=%7Bedition%7Bid%7D%7D HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  });

  it('keeps one question to one edition', async () => {
    const { a, b } = await api.data('{ a: edition { id } b: edition { id } }');
    expect(a).toEqual(b);
  });
});

describe('/graphql before the log is loaded', () => {
  it('says NOT_READY', async () => {
    const follower: Follower = {
      catalogue: null,
      status: () => ({
        state: 'loading',
        edition: null,
        lagSeconds: null,
        behind: 0,
        problem: 'connect ECONNREFUSED',
        neededRelease: null,
      }),
      at: () => Promise.reject(new Error('There is no log.')),
      onEdition: () => () => undefined,
      waitFor: () => new Promise(() => undefined),
      ready: () => new Promise(() => undefined),
      poke: () => undefined,
      close: () => Promise.resolve(),
    };
    const api = await TestContentApi.start(new TestLog(), { follower });
    try {
      const answer = await api.ask('{ edition { id } }');
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('1');
      expect(answer.body).toHaveProperty('errors.0.extensions.code', 'NOT_READY');
      expect(answer.headers).not.toHaveProperty('content-edition');

      const readiness = await request(api.url).get('/readyz');
      expect(readiness.status).toBe(503);
      expect(readiness.body).toMatchObject({
        code: 'NOT_READY',
        state: 'loading',
        problem: 'connect ECONNREFUSED',
      });
      expect((await request(api.url).get('/healthz')).status).toBe(200);
    } finally {
      await api.close();
    }
  });
});

describe('/graphql where requests need a key', () => {
  it('says UNAUTHENTICATED', async () => {
    const api = await TestContentApi.start(clinic(), { isAnonymousAllowed: false });
    try {
      const answer = await api.ask('{ edition { id } }');
      expect(answer.status).toBe(401);
      expect(answer.body).toHaveProperty('errors.0.extensions.code', 'UNAUTHENTICATED');
    } finally {
      await api.close();
    }
  });
});

describe('a defect', () => {
  it('is logged whole and told without detail', async () => {
    const log = clinic();
    const api = await TestContentApi.start(log);
    try {
      const view = api.follower.catalogue?.view('en');
      if (!view) throw new Error('There is no view.');
      // What no input can do: the catalogue itself fails.
      Object.defineProperty(api.follower.catalogue, 'view', {
        value: () => {
          throw new Error('the secret cause');
        },
      });
      const answer = await api.ask('{ practice { name } edition { id } }');
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('secret');
      expect(answer.body).toEqual({
        errors: [{ message: expect.any(String), extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      });
      expect(api.logged).toEqual([expect.stringContaining('the secret cause')]);
      const { text } = await request(api.url).get('/metrics');
      expect(text).toContain('\ncontent_api_defects 1\n');
    } finally {
      await api.close();
    }
  });
});
