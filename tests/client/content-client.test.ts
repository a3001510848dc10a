import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ContentClient, type ClientOptions } from '../../src/client/content-client';
import {
  CrisisHelp,
  FaqPage,
  Locations,
  Navigation,
  ServicePage,
} from '../../src/client/generated/operations';
import * as operations from '../../src/client/generated/operations';
import { MemoryStore } from '../../src/client/memory-store';
import { clinic } from '../support/clinic';
import { TestContentApi } from '../support/content-api';
import type { TestLog } from '../support/publications';

const KAP = 'ketamine-assisted-psychotherapy';
const DAY = 24 * 3600 * 1000;

describe('a client of the content API', () => {
  let log: TestLog;
  let api: TestContentApi;
  let now: number;
  let isDown: boolean;
  let replies: Response[];
  let statuses: number[];
  let pauses: number[];

  beforeEach(async () => {
    log = clinic();
    api = await TestContentApi.start(log);
    now = Date.parse('2026-11-24T12:00:00Z');
    isDown = false;
    replies = [];
    statuses = [];
    pauses = [];
  });
  afterEach(() => api.close());

  const client = (options: Partial<ClientOptions> = {}) =>
    new ContentClient({
      endpoint: `${api.url}/graphql`,
      now: () => now,
      random: () => 0.5,
      sleep: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
      fetch: async (...request) => {
        if (isDown) throw new TypeError('fetch failed');
        const response = replies.shift() ?? (await fetch(...request));
        statuses.push(response.status);
        return response;
      },
      ...options,
    });

  it('has no operation that the server refuses', async () => {
    const content = client();
    for (const document of Object.values(operations)) {
      if (document === operations.Changed) continue;
      const variables = { slug: KAP, id: 'kap' };
      const { source } = await content.ask<unknown, object>(document as never, variables);
      expect(source).toBe('server');
    }
  });

  it('asks in its own language, unless a question names another', async () => {
    const content = client({ locale: 'es' });
    const spanish = await content.ask(Navigation, {});
    const english = await content.ask(Navigation, { locale: 'en' });
    expect(spanish.data.practice?.availableLocales).toEqual(
      english.data.practice?.availableLocales,
    );
    await expect(content.ask(Navigation, { locale: 'xx' })).rejects.toMatchObject({
      code: 'UNKNOWN_LOCALE',
      status: 400,
    });
  });

  it('is told that an answer still holds, and gets another once it does not', async () => {
    const content = client();
    const first = await content.ask(Locations, {});
    const second = await content.ask(Locations, {});
    log.publish('location', 'boulder', { content: { name: 'Boulder' } });
    await api.catchUp(log);
    const third = await content.ask(Locations, {});
    expect(statuses).toEqual([200, 304, 200]);
    expect(second.data).toEqual(first.data);
    expect(third.data.locations.totalCount).toBe(2);
  });

  it('asks as of an instant', async () => {
    const content = client();
    const { data } = await content.ask(Locations, {}, { asOf: '2000-01-01T00:00:00Z' });
    expect(data.locations.totalCount).toBe(0);
  });

  it('tries again where that may help, as long as the server says, and says why it stopped', async () => {
    const content = client();
    replies = [
      new Response('', { status: 503, headers: { 'Retry-After': '2' } }),
      new Response('', { status: 502 }),
    ];
    await content.ask(Locations, {});
    expect(pauses).toEqual([2000, 250]);

    replies = [new Response('', { status: 429, headers: { 'Retry-After': '3600' } })];
    await expect(content.ask(Locations, {})).rejects.toMatchObject({ status: 429 });
    isDown = true;
    await expect(content.ask(Locations, {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
    expect(pauses).toEqual([2000, 250, 125, 250, 500]);
  });

  it('gives up an attempt that takes too long, and all of them when it is told to', async () => {
    const silent: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const content = client({ fetch: silent, timeoutMilliseconds: 5, retries: 1 });
    await expect(content.ask(Locations, {})).rejects.toMatchObject({ code: 'TIMED_OUT' });
    expect(pauses).toHaveLength(1);
    const reason = new Error('The reader left.');
    const signal = AbortSignal.abort(reason);
    await expect(content.ask(Locations, {}, { signal })).rejects.toBe(reason);
  });

  describe('with a store', () => {
    it('gives back what the server last said when it is down, and says so', async () => {
      const store = new MemoryStore();
      const { data } = await client({ store }).ask(ServicePage, { slug: KAP });
      isDown = true;
      now += DAY;
      const kept = await client({ store }).ask(ServicePage, { slug: KAP });
      expect(kept.data).toEqual(data);
      expect(kept).toMatchObject({ source: 'store', ageSeconds: DAY / 1000 });
      expect(kept.failure?.code).toBe('UNREACHABLE');
    });

    it('gives back nothing that should have been fetched again by now', async () => {
      const store = new MemoryStore();
      const content = client({ store, keepMilliseconds: 30 * DAY });
      const { data } = await content.ask(ServicePage, { slug: KAP });
      expect(data.service?.refreshBy).toBe('P7D');
      isDown = true;
      now += 7 * DAY;
      expect((await content.ask(ServicePage, { slug: KAP })).source).toBe('store');
      now += 1;
      await expect(content.ask(ServicePage, { slug: KAP })).rejects.toThrow('reached');
    });

    it('gives back nothing that it saw withdrawn, in whatever answer', async () => {
      const store = new MemoryStore();
      const content = client({ store });
      const { data } = await content.ask(operations.Faqs, {});
      const faq = data.faqs.nodes[0];
      if (!faq) throw new Error('The clinic has a question.');
      await content.ask(FaqPage, { slug: faq.slug });
      await content.ask(CrisisHelp, {});
      log.withdraw('faq', faq.id);
      await api.catchUp(log);
      const { data: page } = await content.ask(FaqPage, { slug: faq.slug });
      expect(page.faq).toBeNull();
      isDown = true;
      await expect(content.ask(operations.Faqs, {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
      expect((await content.ask(CrisisHelp, {})).source).toBe('store');
    });

    it('never stands in for a refusal', async () => {
      const store = new MemoryStore();
      const content = client({ store });
      await content.ask(Locations, {});
      const refusal = { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] };
      replies = [new Response(JSON.stringify(refusal), { status: 403 })];
      await expect(content.ask(Locations, {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    });
  });

  describe('that follows the changes', () => {
    it.each(['stream', 'poll'] as const)('by %s is told each once, in order', async (by) => {
      const end = new AbortController();
      const seen: (string | null)[] = [];
      const store = new MemoryStore();
      const content = client({ store });
      for await (const change of content.changes({ by, signal: end.signal })) {
        seen.push(change.documentId);
        if (seen.length === log.rows.length) {
          if (change.documentId === 'boulder') end.abort();
          else {
            log.publish('location', 'boulder', { content: { name: 'Boulder' } });
            await api.catchUp(log);
          }
        }
      }
      expect(seen).toEqual(log.rows.map(({ document_id }) => document_id));
    });
  });
});
