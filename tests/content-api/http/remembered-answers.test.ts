import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { clinic } from '../../support/clinic';
import { TestContentApi } from '../../support/content-api';
import type { TestLog } from '../../support/publications';

const HIT = 'content-api; hit';
const MISS = 'content-api; fwd=miss';

let log: TestLog;
let api: TestContentApi;

beforeEach(async () => {
  log = clinic();
  api = await TestContentApi.start(log);
});

afterEach(async () => {
  await api.close();
});

const cacheStatus = async (query: string, variables: object = {}) =>
  String((await api.ask(query, variables).expect(200)).headers['cache-status']);
const get = (query: string) => request(api.url).get('/graphql').query({ query });

describe('an answer that was given before', () => {
  it('is sent again without being made again, by POST and by GET', async () => {
    const query = '{ practice { name } }';
    expect(await cacheStatus(query)).toBe(MISS);
    expect(await cacheStatus(query)).toBe(HIT);
    const spelled = await get(query).expect(200);
    expect(spelled.headers['cache-status']).toBe(HIT);
  });

  it('is one answer for all ways of writing its variables', async () => {
    const query = 'query Q($a: Int, $b: ID!) { faqs(first: $a) { totalCount } faq(id: $b) { id } }';
    expect(await cacheStatus(query, { a: 1, b: 'x' })).toBe(MISS);
    expect(await cacheStatus(query, { b: 'x', a: 1 })).toBe(HIT);
    expect(await cacheStatus(query, { b: 'x', a: 1, unused: true })).toBe(HIT);
    expect(await cacheStatus(query, { b: 'x' })).toBe(MISS);
    expect(await cacheStatus(query, { b: 'x', a: null })).toBe(MISS);
  });

  it('is made anew when a publication touches what it read, and only then', async () => {
    const [faq] = (await api.data<Faqs>('{ faqs { nodes { id } } }')).faqs.nodes;
    const id = faq?.id ?? '';
    const about = {
      'the FAQ by its id': `{ faq(id: "${id}") { question } }`,
      'the list of FAQs': '{ faqs(first: 50) { nodes { question } } }',
      'the FAQs of the service': '{ services { nodes { name faqs { nodes { question } } } } }',
      'where the list of FAQs ends': '{ faqs(first: 1) { pageInfo { endCursor } } }',
      'the edition': '{ edition { id } }',
    };
    const notAbout = {
      'the services alone': '{ services { nodes { name phases { title } } } }',
      'another FAQ': '{ faq(id: "nobody") { question } }',
      'the clinicians': '{ clinicians { totalCount pageInfo { endCursor } nodes { name } } }',
      'the practice': '{ practice { name } }',
      'the FAQs in Spanish': '{ faqs(locale: "es") { nodes { locale } } }',
    };
    const all = { ...about, ...notAbout };
    for (const query of Object.values(all)) {
      await cacheStatus(query);
      await cacheStatus(query);
    }
    for (const query of Object.values(all)) expect(await cacheStatus(query)).toBe(HIT);

    log.publish('faq', id, {
      content: { question: 'Is it asked otherwise now?', services: ['kap'] },
    });
    log.publish('faq', id, {
      locale: 'es',
      content: { question: '¿Se pregunta de otra manera?', services: ['kap'] },
    });
    await api.catchUp(log);
    for (const query of Object.values(all)) await cacheStatus(query);
    const before = Object.fromEntries(Object.keys(all).map((name) => [name, HIT]));
    log.publish('faq', id, { content: { question: 'And once more?', services: ['kap'] } });
    await api.catchUp(log);
    const after: Record<string, string> = {};
    for (const [name, query] of Object.entries(all)) after[name] = await cacheStatus(query);
    const anew = Object.fromEntries(Object.keys(about).map((name) => [name, MISS]));
    expect(after).toEqual({ ...before, ...anew });
  });

  it('is made anew with the notices beside its texts, as is every other that shows the same ones', async () => {
    const notices = 'safety { title }';
    const shown = [
      `{ services { nodes { name ${notices} faqs { nodes { question ${notices} } } } } }`,
      `{ faqs { nodes { question ${notices} } } }`,
      `{ therapyPhases { nodes { title ${notices} } } }`,
      `{ nodes(ids: ["kap"]) { ... on Service { ${notices} } } }`,
    ];
    for (const query of [...shown, ...shown]) {
      expect((await api.ask(query).expect(200)).text).not.toContain('Call this number instead');
    }
    log.publish('safety-notice', 'crisis', { content: { title: 'Call this number instead' } });
    await api.catchUp(log);
    for (const query of shown) {
      expect((await api.ask(query).expect(200)).text).toContain('Call this number instead');
    }
  });

  it('is forgotten when the practice’s languages change', async () => {
    const query = '{ practice { name } }';
    await cacheStatus(query);
    log.configure({ defaultLocale: 'es', locales: ['en', 'es'], fallbacks: {} });
    await api.catchUp(log);
    expect(await cacheStatus(query)).toBe(MISS);
  });

  it('says at which edition it was found to hold', async () => {
    const query = '{ practice { name } }';
    await api.ask(query).expect('Content-Edition', log.head);
    log.publish('faq', 'another');
    await api.catchUp(log);
    await api.ask(query).expect('Cache-Status', HIT).expect('Content-Edition', log.head);
  });
});

interface Faqs {
  faqs: { nodes: { id: string }[] };
}

describe('an answer that the server itself has executed', () => {
  it('is kept like every other, and until the next publication', async () => {
    await api.close();
    // One that wants to see each field.
    const watcher = {
      requestDidStart: () => Promise.resolve({ executionDidStart: () => Promise.resolve({}) }),
    };
    api = await TestContentApi.start(log, { plugins: [watcher] });
    const query = '{ faqs { totalCount } }';
    const ask = () => cacheStatus(query);
    expect(await ask()).toBe(MISS);
    // Asked anew it is seen anew, and kept from then on.
    expect(await ask()).toBe(MISS);
    expect(await ask()).toBe(HIT);
    const { headers } = await api.ask(query).expect(200);
    expect(headers['cache-tag']).toBe('edition');
    log.publish('clinician', 'unrelated');
    await api.catchUp(log);
    expect(await ask()).toBe(MISS);
  });
});

describe('an answer that was asked for once', () => {
  const about = (id: string) => cacheStatus('query ($id: ID!) { faq(id: $id) { id } }', { id });
  const others = async (prefix: string) => {
    for (let nth = 0; nth < 40; nth += 1) await about(`${prefix}-${nth}`);
  };

  it('is there for who asks the same meanwhile, and makes no place for the many that nobody asks again', async () => {
    expect(await about('one')).toBe(MISS);
    expect(await about('one')).toBe(HIT);
    expect(await about('another')).toBe(MISS);
    await others('x');
    expect(await kept()).toBe(1);
    expect(await about('one')).toBe(HIT);
    expect(await about('another')).toBe(MISS);
  });

  it('is kept from when it is asked for again, however long after', async () => {
    await about('one');
    await others('x');
    expect(await about('one')).toBe(MISS);
    await others('y');
    expect(await about('one')).toBe(HIT);
    expect(await kept()).toBe(1);
  });

  const kept = async () => {
    const { text } = await request(api.url).get('/metrics').expect(200);
    return Number(/^content_api_remembered_answers (\d+)$/m.exec(text)?.[1]);
  };
});

describe('whoever holds an answer already', () => {
  const query = '{ services { nodes { name body { html } safety { title } } } }';

  it('is told that it is unchanged, in a few bytes', async () => {
    const { headers } = await get(query).expect(200);
    const tag = String(headers.etag);
    expect(tag).toMatch(/^"[\w-]+"$/);
    for (const held of [tag, `W/${tag}`, `"another", ${tag}`, '*']) {
      const unchanged = await get(query).set('If-None-Match', held).expect(304);
      expect(unchanged.text).toBe('');
      expect(unchanged.headers).toMatchObject({
        etag: tag,
        'cache-control': headers['cache-control'],
        vary: headers.vary,
        'content-edition': log.head,
      });
      expect(unchanged.headers).not.toHaveProperty('content-length');
      expect(unchanged.headers).not.toHaveProperty('content-type');
    }
    await get(query).set('If-None-Match', '"another"').expect(200);
  });

  it('gets the new one once it has changed', async () => {
    const { headers } = await get(query).expect(200);
    log.publish('service', 'kap', { content: { name: 'Renamed' } });
    await api.catchUp(log);
    const changed = await get(query).set('If-None-Match', String(headers.etag)).expect(200);
    expect(changed.headers.etag).not.toBe(headers.etag);
    expect(changed.text).toContain('Renamed');
  });

  it('asks in vain by POST, which has no conditions', async () => {
    const { headers } = await api.ask(query).expect(200);
    await api.ask(query).set('If-None-Match', String(headers.etag)).expect(200);
  });
});

describe('the bytes of an answer', () => {
  const query = `{
    faqs { nodes { question answer { html text markdown } safety { title text { html } } } }
    services { nodes { body { html text markdown } safety { title text { html } } } }
    therapyPhases { nodes { body { html text markdown } safety { title text { html } } } }
  }`;

  it('come compressed to whoever takes that, each coding under a tag of its own', async () => {
    const plain = await get(query).set('Accept-Encoding', 'identity').expect(200);
    const tags = new Set([plain.headers.etag]);
    for (const [accepted, coding] of [
      ['gzip', 'gzip'],
      ['br, gzip', 'br'],
      ['gzip;q=1, br;q=0', 'gzip'],
    ] as const) {
      const coded = await get(query).set('Accept-Encoding', accepted).expect(200);
      expect(coded.headers['content-encoding']).toBe(coding);
      expect(coded.text).toBe(plain.text);
      tags.add(coded.headers.etag);
      await get(query)
        .set('Accept-Encoding', accepted)
        .set('If-None-Match', String(coded.headers.etag))
        .expect(304);
    }
    expect(tags.size).toBe(3);
  });

  it('are told by length to HEAD, and not sent', async () => {
    const whole = await get(query).set('Accept-Encoding', 'identity').expect(200);
    const head = await request(api.url)
      .head('/graphql')
      .query({ query })
      .set('Accept-Encoding', 'identity')
      .expect(200);
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
    expect(head.headers.etag).toBe(whole.headers.etag);
    expect(head.text).toBeUndefined();
  });

  it('are named to caches by type and document', async () => {
    const { headers } = await get('{ faqs { nodes { id tags } } }').expect(200);
    const tags = String(headers['cache-tag']).split(',');
    expect(tags).toContain('faq');
    expect(tags.filter((tag) => tag.startsWith('faq:'))).toHaveLength(3);
    expect(headers['cache-control']).toMatch(/^public, /);
    expect(headers.vary).toBe('Accept, Accept-Encoding, Accept-Datetime, Authorization');
  });
});

describe('what cannot be answered', () => {
  it('is never remembered', async () => {
    for (const query of ['{ nothing }', '{ faqs(first: 1000) { totalCount } }', '{']) {
      await api.ask(query);
      const { headers } = await api.ask(query).expect(400);
      expect(headers).not.toHaveProperty('cache-status');
      expect(headers).not.toHaveProperty('etag');
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});
