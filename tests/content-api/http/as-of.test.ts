import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { clinic } from '../../support/clinic';
import { RESPONSE_JSON, TestContentApi } from '../../support/content-api';
import { englishAndSpanish, type TestLog } from '../../support/publications';

/** Lists, relations, inverse relations, cursors, filters, orders, look-ups, both languages. */
const questions = [
  '{ edition { id publishedAt documentCount } practice { name contacts { label value } } }',
  '{ services { totalCount edges { cursor node { id slug name revision publishedAt url availableLocales } } pageInfo { endCursor hasNextPage } } }',
  '{ services(locale: "es") { nodes { locale isFallback name body { html } safety { title locale } } } }',
  '{ service(slug: "kap") { name phases { title kind } clinicians { nodes { name } } faqs(first: 2) { totalCount pageInfo { endCursor } nodes { question answer { html } safety { title } } } } }',
  '{ faqs(filter: { service: { slug: { eq: "kap" } } }, orderBy: QUESTION_DESC) { nodes { id question } } }',
  '{ faq(slug: "renamed") { slug question } }',
  '{ conditions { nodes { id name safety { title severity } services { nodes { name } } } } }',
];

let log: TestLog;
let api: TestContentApi;
const instants: { time: string; edition: string; answers: string[] }[] = [];

async function answersAt(parameters: Record<string, string>): Promise<string[]> {
  const answers: string[] = [];
  for (const query of questions) {
    const { text } = await request(api.url)
      .get('/graphql')
      .set('Accept', RESPONSE_JSON)
      .query({ query, ...parameters })
      .expect(200);
    answers.push(text);
  }
  return answers;
}

/** What the practice did, one day after another. */
const events: ((log: TestLog) => void)[] = [
  () => undefined,
  (it) =>
    it.publish('service', 'kap', {
      content: { slug: 'kap', name: 'KAP', phases: ['integration'] },
    }),
  (it) =>
    it.publish('faq', 'new', {
      content: { slug: 'renamed', question: 'Is it new?', services: ['kap'] },
    }),
  (it) =>
    it.publish('faq', 'new', {
      content: { slug: 'now-this', question: 'Was it renamed?', services: ['kap'] },
    }),
  (it) =>
    it.publish('service', 'kap', {
      locale: 'es',
      content: { slug: 'kap-es', name: 'KAP en español' },
    }),
  (it) => it.withdraw('faq', 'new', 'en', 'deleted'),
  (it) => it.publish('condition', 'depression', { content: { name: 'Major depression' } }),
  (it) => it.configure({ ...englishAndSpanish, defaultLocale: 'es' }),
  (it) => it.configure(englishAndSpanish),
  (it) => it.withdraw('service', 'kap', 'en'),
];

beforeAll(async () => {
  log = clinic();
  api = await TestContentApi.start(log);
  for (const happen of events) {
    happen(log);
    await api.catchUp(log);
    const { time, chain_hash: edition } = log.rows.at(-1) ?? { time: '', chain_hash: '' };
    instants.push({ time, edition, answers: await answersAt({}) });
  }
});

afterAll(() => api.close());

describe('a walk through ten instants', () => {
  it('is answered byte for byte as it was answered then, by time and by edition', async () => {
    for (const { time, edition, answers } of instants.toReversed()) {
      expect(await answersAt({ asOf: time })).toEqual(answers);
      expect(await answersAt({ edition })).toEqual(answers);
    }
    expect(new Set(instants.map(({ answers }) => answers.join())).size).toBe(events.length);
  });

  it('says which instant it shows and where just that is found again', async () => {
    const { time, edition } = instants[4] ?? { time: '', edition: '' };
    const query = '{ services { totalCount } }';
    const between = new Date(Date.parse(time) + 500).toISOString();
    const ask = () => request(api.url).get('/graphql').set('Accept', RESPONSE_JSON);
    const { headers } = await ask().query({ query, asOf: between }).expect(200);
    expect(headers['content-edition']).toBe(edition);
    expect(headers['memento-datetime']).toBe(new Date(time).toUTCString());
    expect(headers['cache-control']).toBe('public, max-age=3600');
    const location = new URL(String(headers['content-location']), api.url);
    expect(Object.fromEntries(location.searchParams)).toEqual({ query, edition });
    const again = await request(location.href).get('').set('Accept', RESPONSE_JSON).expect(200);
    expect(again.headers.etag).toBe(headers.etag);

    const byHeader = await ask()
      .query({ query })
      .set('Accept-Datetime', new Date(between).toUTCString())
      .expect(200);
    expect(byHeader.headers['content-location']).toContain(`edition=`);
    const posted = await request(api.url)
      .post('/graphql')
      .query({ edition })
      .set('Accept', RESPONSE_JSON)
      .send({ query })
      .expect(200);
    expect(posted.headers['content-edition']).toBe(edition);
    expect(posted.headers.etag).toBe(headers.etag);
  });

  it('is empty before the first publication', async () => {
    for (const when of [{ asOf: '2001-01-01T00:00:00+02:00' }, { edition: '0'.repeat(64) }]) {
      const { text, headers } = await request(api.url)
        .get('/graphql')
        .set('Accept', RESPONSE_JSON)
        .query({ query: '{ services { totalCount } edition { documentCount } }', ...when });
      expect(JSON.parse(text)).toEqual({
        data: { services: { totalCount: 0 }, edition: { documentCount: 0 } },
      });
      expect(headers).not.toHaveProperty('memento-datetime');
    }
  });

  it('does not mix with what is answered now', async () => {
    const query = '{ service(id: "kap") { name } }';
    const { edition } = instants[2] ?? { edition: '' };
    const ask = (parameters: object) =>
      request(api.url)
        .get('/graphql')
        .set('Accept', RESPONSE_JSON)
        .query({ query, ...parameters });
    const then = (await ask({ edition })).text;
    const now = (await ask({})).text;
    expect(then).not.toBe(now);
    expect((await ask({ edition })).text).toBe(then);
    expect((await ask({})).text).toBe(now);
  });
});

describe('a time that cannot be meant', () => {
  it.each([
    ['no instant', { asOf: 'yesterday' }],
    ['a day', { asOf: '2026-01-05' }],
    ['an impossible day', { asOf: '2026-13-45T00:00:00Z' }],
    ['a day that the month has not', { asOf: '2026-02-31T00:00:00Z' }],
    ['a time to come', { asOf: '2999-01-01T00:00:00Z' }],
    ['an unknown edition', { edition: 'f'.repeat(64) }],
    ['no edition', { edition: 'latest' }],
    ['both', { asOf: '2026-01-05T09:00:00Z', edition: '0'.repeat(64) }],
  ])('is refused: %s', async (_, parameters) => {
    const { text } = await request(api.url)
      .get('/graphql')
      .set('Accept', RESPONSE_JSON)
      .query({ query: '{ practice { name } }', ...parameters })
      .expect(400);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  it('is refused in a header too', async () => {
    for (const when of [
      'yesterday',
      'Sat, 31 Dec 2999 09:00:00 GMT',
      'Sat, 31 Jan 2026 25:00:00 GMT',
      'Tue, 31 Feb 2026 09:00:00 GMT',
    ]) {
      await request(api.url)
        .get('/graphql')
        .set('Accept', RESPONSE_JSON)
        .set('Accept-Datetime', when)
        .query({ query: '{ practice { name } }' })
        .expect(400);
    }
  });

  it('leaves other refusals what they are', async () => {
    const { text } = await request(api.url)
      .get('/graphql')
      .set('Accept', RESPONSE_JSON)
      .query({ query: '{ nothing }', edition: instants[1]?.edition })
      .expect(400);
    expect(JSON.parse(text)).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });
});
