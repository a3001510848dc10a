import { httpPurge } from '../../../src/content-api/cdn/http-purge';
import { TestCdn } from '../../support/cdn';
import { TestContentApi } from '../../support/content-api';
import { ManualScheduler } from '../../support/manual-scheduler';
import { TestLog } from '../../support/publications';
import { until } from '../../support/until';

const service = (id: string) =>
  `{ service(id: "${id}") { name safety { id } faqs { totalCount nodes { question } } } }`;
const QUESTIONS = [
  service('service-1'),
  service('service-2'),
  '{ services { totalCount nodes { name } } }',
  '{ faqs { totalCount nodes { question } } }',
  '{ clinicians { totalCount } }',
  '{ faq(slug: "nobody-has-this-yet") { question } }',
  '{ edition { id } }',
];
/** Those that the publication below does not change. */
const UNTOUCHED = [QUESTIONS[0], QUESTIONS[2], QUESTIONS[4]];

let log: TestLog;
let scheduler: ManualScheduler;
let cdn: TestCdn;
let api: TestContentApi;

/** A content API with a CDN in front, which has done what it is told at the start. */
async function start(
  headers: { tags: string; purge: string | null; token: string } | null = null,
): Promise<void> {
  log = new TestLog();
  log.publish('service', 'service-1');
  log.publish('service', 'service-2');
  log.publish('faq', 'faq-1', { content: { services: ['service-1'] } });
  scheduler = new ManualScheduler();
  cdn = headers
    ? new TestCdn(() => api.url, headers.tags.toLowerCase(), ' ', headers.purge)
    : new TestCdn(() => api.url);
  await cdn.start();
  api = await TestContentApi.start(log, {
    scheduler,
    cacheTagHeader: headers?.tags ?? 'Cache-Tag',
    purge: httpPurge(
      {
        url: `${cdn.url}/purge`,
        method: headers ? 'PURGE' : 'POST',
        token: 'secret',
        tokenHeader: headers?.token ?? 'Authorization',
        tagsHeader: headers?.purge ?? null,
      },
      fetch,
    ),
  });
  await until(() => cdn.purges.length === 1 && scheduler.pendingTimers === 1);
  scheduler.fire();
  await until(() => cdn.purges.length === 2);
  cdn.purges.length = 0;
  for (const question of QUESTIONS) await cdn.ask(question);
}

afterEach(async () => {
  await api.close();
  await cdn.close();
});

/** What of the questions is answered by the CDN itself; each must be answered as the content API would. */
async function heldInFront(): Promise<string[]> {
  const held: string[] = [];
  for (const question of QUESTIONS) {
    const { body, isHit } = await cdn.ask(question);
    const fresh = await fetch(`${api.url}/graphql?query=${encodeURIComponent(question)}`);
    expect({ question, body }).toEqual({ question, body: await fresh.text() });
    if (isHit) held.push(question);
  }
  return held;
}

async function publishFaq(): Promise<void> {
  log.publish('faq', 'faq-2', {
    content: { services: ['service-2'], slug: 'nobody-has-this-yet' },
  });
  await api.catchUp(log);
}

it('drops from the CDN what a publication touched, and nothing else', async () => {
  await start();
  await publishFaq();
  await until(() => cdn.purges.length === 1 && scheduler.pendingTimers === 1);
  expect(cdn.purges[0]?.headers.authorization).toBe('Bearer secret');
  expect(await heldInFront()).toEqual(UNTOUCHED);
});

it('drops it once more, for a process that put the old text back', async () => {
  await start();
  await publishFaq();
  await until(() => cdn.purges.length === 1 && scheduler.pendingTimers === 1);
  for (const question of QUESTIONS) await cdn.ask(question);
  scheduler.fire();
  await until(() => cdn.purges.length === 2);
  expect(cdn.purges[1]?.body).toBe(cdn.purges[0]?.body);
  expect(scheduler.pendingTimers).toBe(0);
  expect(await heldInFront()).toEqual(UNTOUCHED);
});

it('tries again where the CDN fails, each time later, and counts it', async () => {
  await start();
  scheduler.pauses.length = 0;
  cdn.failures.push(503, 500);
  await publishFaq();
  await until(() => cdn.purges.length === 1 && scheduler.pendingTimers === 1);
  scheduler.fire();
  await until(() => cdn.purges.length === 2 && scheduler.pendingTimers === 1);
  scheduler.fire();
  await until(() => cdn.purges.length === 3 && scheduler.pendingTimers === 1);
  const [first = 0, second = 0, again] = scheduler.pauses;
  expect(first).toBeGreaterThanOrEqual(500);
  expect(second).toBeGreaterThanOrEqual(1_000);
  expect(again).toBe(5_000);
  expect(await heldInFront()).toEqual(UNTOUCHED);
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  expect(metrics).toContain('content_api_cdn_purges_total{outcome="failed"} 2');
});

it('drops everything where the languages change, and where more is published than it can name', async () => {
  await start();
  log.configure({ defaultLocale: 'en', locales: ['en'], fallbacks: {} });
  await api.catchUp(log);
  await until(() => cdn.purges.length === 1 && scheduler.pendingTimers === 1);
  expect(await heldInFront()).toEqual([]);
  for (let index = 0; index < 200; index += 1) log.publish('service', `more-${index}`);
  await api.catchUp(log);
  await until(() => cdn.purges.length === 2 && scheduler.pendingTimers === 2);
  expect(await heldInFront()).toEqual([]);
});

it('speaks to a CDN that takes words of a header', async () => {
  await start({ tags: 'Surrogate-Key', purge: 'surrogate-key', token: 'Fastly-Key' });
  await publishFaq();
  await until(() => cdn.purges.length === 1 && scheduler.pendingTimers === 1);
  expect(cdn.purges[0]).toMatchObject({ method: 'PURGE', headers: { 'fastly-key': 'secret' } });
  expect(await heldInFront()).toEqual(UNTOUCHED);
});
