import { createClient } from 'graphql-sse';
import request from 'supertest';
import { TestContentApi } from '../../support/content-api';
import { ManualScheduler } from '../../support/manual-scheduler';
import { englishAndSpanish, TestLog } from '../../support/publications';
import { StreamReader } from '../../support/stream-reader';
import { until } from '../../support/until';

const CHANGED =
  'subscription ($types: [ContentType!]) { changed(types: $types) { cursor kind documentId document { revision } } }';

interface Event {
  readonly data: { readonly changed: { readonly kind: string; readonly documentId: string } };
}

const idsOf = (reader: StreamReader) =>
  reader.data<Event>().map(({ data }) => data.changed.documentId);

describe('a stream of changes', () => {
  let log: TestLog;
  let api: TestContentApi;
  let scheduler: ManualScheduler;
  const readers: StreamReader[] = [];

  beforeEach(async () => {
    log = new TestLog();
    log.configure(englishAndSpanish);
    log.publish('faq', 'faq-0');
    scheduler = new ManualScheduler();
    api = await TestContentApi.start(log, {
      scheduler,
      streamLimits: { most: 4, mostPerClient: 3 },
    });
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.cut();
    await api.close();
  });

  async function open(options: Parameters<typeof StreamReader.open>[2] = {}) {
    const reader = await StreamReader.open(api.url, CHANGED, options);
    readers.push(reader);
    return reader;
  }

  it('brings each publication and withdrawal from now on, as graphql-sse’s own client reads it', async () => {
    const client = createClient({ url: `${api.url}/graphql/stream`, retryAttempts: 0 });
    const heard: unknown[] = [];
    const stream = client.iterate({ query: CHANGED });
    const listening = (async () => {
      for await (const { data } of stream) {
        heard.push(data?.changed);
        if (heard.length === 2) break;
      }
    })();
    await until(async () => (await openStreams()) === 1);
    log.publish('faq', 'faq-1');
    log.withdraw('faq', 'faq-1');
    await api.catchUp(log);
    await listening;
    client.dispose();
    expect(heard).toMatchObject([
      { kind: 'PUBLISHED', documentId: 'faq-1', document: null },
      { kind: 'WITHDRAWN', documentId: 'faq-1', document: null },
    ]);
  });

  async function openStreams(): Promise<number> {
    const { text } = await request(api.url).get('/metrics');
    return Number(/^content_api_streams (\d+)$/m.exec(text)?.[1]);
  }

  it('is an event stream that nothing on its way keeps back, open to every site', async () => {
    const { status, headers } = await open();
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'access-control-allow-origin': '*',
      'content-edition': log.head,
    });
  });

  it('misses nothing when it was cut and is resumed behind its last event', async () => {
    const first = await open();
    await until(() => first.lastEventId !== null);
    log.publish('faq', 'faq-1');
    await api.catchUp(log);
    await until(() => idsOf(first).length === 1);
    first.cut();
    const missed = Array.from({ length: 1_200 }, (_, index) => `faq-${index + 2}`);
    for (const id of missed) log.publish('faq', id);
    await api.catchUp(log);

    const second = await open({ lastEventId: first.lastEventId });
    log.publish('faq', 'last');
    await api.catchUp(log);
    await until(() => idsOf(second).includes('last'));
    expect(idsOf(second)).toEqual([...missed, 'last']);
  });

  it('knows its place before its first event', async () => {
    const first = await open();
    await until(() => first.lastEventId !== null);
    first.cut();
    log.publish('faq', 'faq-1');
    await api.catchUp(log);
    const second = await open({ lastEventId: first.lastEventId });
    await until(() => idsOf(second).length === 1);
    expect(idsOf(second)).toEqual(['faq-1']);
  });

  it('brings only what was asked for', async () => {
    const reader = await open({ variables: { types: ['LOCATION'] } });
    log.publish('faq', 'faq-1');
    log.publish('location', 'location-1');
    await api.catchUp(log);
    await until(() => idsOf(reader).length === 1);
    expect(idsOf(reader)).toEqual(['location-1']);
  });

  it('shows that it is alive where nothing happens', async () => {
    const reader = await open();
    await until(() => scheduler.pendingTimers === 1);
    expect(scheduler.pauses).toEqual([15_000]);
    scheduler.fire();
    await until(() => reader.heartbeats === 1);
    scheduler.fire();
    await until(() => reader.heartbeats === 2);
  });

  it('is cut off where its reader takes nothing, and still misses nothing when it is resumed', async () => {
    const reader = await open();
    await until(() => reader.lastEventId !== null);
    const { lastEventId } = reader;
    reader.pause();
    // More than the sockets of both sides hold between them.
    const written = Array.from({ length: 30_000 }, (_, index) => `faq-${index}`);
    for (const id of written) log.withdraw('faq', id);
    await api.catchUp(log);
    await until(async () => {
      if (scheduler.pendingTimers > 0) scheduler.fire();
      return (await openStreams()) === 0;
    });
    const again = await open({ lastEventId });
    await until(() => again.dataCount === written.length);
    expect(idsOf(again)).toEqual(written);
  });

  it('is refused beyond so many of one client, and there is room again when one ends', async () => {
    await Promise.all([open(), open(), open()]);
    const fourth = await open();
    await until(() => fourth.isClosed);
    expect(fourth.status).toBe(429);
    expect(fourth.text).toContain('RATE_LIMITED');
    expect(fourth.headers['retry-after']).toBeDefined();
    readers[0]?.cut();
    await until(async () => (await openStreams()) === 2);
    expect((await open()).status).toBe(200);
  });

  it('ends when its log was replaced by another, and its place is then refused', async () => {
    const reader = await open();
    await until(() => reader.lastEventId !== null);
    log.rows.length = 0;
    log.publish('faq', 'other-1');
    log.publish('faq', 'other-2');
    await api.catchUp(log);
    await until(() => reader.isClosed);
    const resumed = await open({ lastEventId: reader.lastEventId });
    await until(() => resumed.isClosed);
    expect(resumed.status).toBe(400);
    expect(resumed.text).toContain('INVALID_CURSOR');
  });

  it.each([
    ['a query', { query: '{ edition { id } }' }, 'BAD_REQUEST'],
    ['what does not parse', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    [
      'what is not in the schema',
      { query: 'subscription { nothing }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a wrong variable', { query: CHANGED, variables: { types: ['X'] } }, 'BAD_USER_INPUT'],
    [
      'an unknown language',
      { query: 'subscription { changed(locales: ["fr"]) { cursor } }' },
      'UNKNOWN_LOCALE',
    ],
    ['nothing at all', {}, 'BAD_REQUEST'],
  ])('refuses %s with 400 and its code, and keeps no place for it', async (_, body, code) => {
    const answer = await request(api.url).post('/graphql/stream').send(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(await openStreams()).toBe(0);
    expect(api.logged).toEqual([]);
  });

  it('answers by GET too, as a browser’s EventSource asks', async () => {
    const address = `/graphql/stream?query=${encodeURIComponent('subscription { changed { kind } }')}`;
    const answer = fetch(`${api.url}${address}`, { headers: { Accept: 'text/event-stream' } });
    await until(async () => (await openStreams()) === 1);
    log.publish('faq', 'faq-1');
    await api.catchUp(log);
    const reader = (await answer).body?.getReader();
    let text = '';
    while (!text.includes('event: next'))
      text += Buffer.from((await reader?.read())?.value ?? []).toString();
    await reader?.cancel();
    expect(text).toContain('data: {"data":{"changed":{"kind":"PUBLISHED"}}}');
  });
});
