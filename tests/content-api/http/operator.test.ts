import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Follower } from '../../../src/content-api/log/follower';
import { systemScheduler } from '../../../src/content-api/log/log-reader';
import { follow } from '../../../src/content-api/log/log-follower';
import { contentSchema } from '../../../src/content-api/graphql/schema';
import { clinic } from '../../support/clinic';
import { RELEASE } from '../../../src/release';
import { TestContentApi } from '../../support/content-api';
import { exchange } from '../../support/exchange';
import { silentLog } from '../../support/follower';
import { TestKeys } from '../../support/keys';
import { memoryReader } from '../../support/memory-reader';

const TOKEN = 'S2V0YW1pbmUgaXMgbm90IGEgcGFzc3dvcmQgaGVyZSE=';
const DATABASE_WORDS = 'password authentication failed for user "kap_writer" at 10.3.1.7';

let api: TestContentApi;

beforeAll(async () => {
  const keys = new TestKeys();
  const key = keys.make('key', { name: 'Harbor Clinic' });
  const schema = contentSchema();
  const edition = schema.getQueryType()?.getFields().edition;
  if (edition) edition.deprecationReason = 'since 2026-11-24, until 2027-11-24: use nothing.';
  const reading = follow({
    reader: memoryReader(clinic()),
    log: silentLog,
    scheduler: systemScheduler,
  });
  await reading.ready();
  const follower: Follower = {
    ...methodsOf(reading),
    get catalogue() {
      return reading.catalogue;
    },
    status: () => ({ ...reading.status(), state: 'disconnected', problem: DATABASE_WORDS }),
  };
  api = await TestContentApi.start(clinic(), {
    follower,
    keyReader: keys.reader,
    schema,
    operatorToken: TOKEN,
  });
  await request(api.url)
    .get('/graphql?query={edition{id}}')
    .set('Authorization', `Bearer ${key}`)
    .expect(200);
});
afterAll(() => api.close());

function methodsOf(follower: Follower): Omit<Follower, 'catalogue' | 'status'> {
  return {
    onEdition: (listener) => follower.onEdition(listener),
    waitFor: (sequence) => follower.waitFor(sequence),
    ready: () => follower.ready(),
    at: (sequence) => follower.at(sequence),
    poke: () => follower.poke(),
    close: () => follower.close(),
  };
}

/** What both pages tell whom they are told whole, and nobody else. */
const INSIDE =
  /kap_writer|Harbor Clinic|nodejs_version_info|process_resident|content_api_keys \d|"count"/;

async function told(lines: readonly string[], version = '1.1'): Promise<string[]> {
  return Promise.all(
    ['/readyz', '/metrics'].map((address) =>
      exchange(
        api.url,
        `${[`GET ${address} HTTP/${version}`, 'Connection: close', ...lines].join('\r\n')}\r\n\r\n`,
      ),
    ),
  );
}

describe('the state of a process', () => {
  it.each([
    [['Host: localhost:1337']],
    [['Host: 127.0.0.1']],
    [['Host: [::1]:1337']],
    [['Host: content.example.org', `Authorization: Bearer ${TOKEN}`]],
    [['Host: content.example.org', 'X-Forwarded-For: 192.0.2.1', `Authorization: bearer ${TOKEN}`]],
  ])('is told whole on its own machine, and to who has the token: %j', async (lines) => {
    const [readiness = '', metrics = ''] = await told(lines);
    expect(readiness).toContain('kap_writer');
    expect(readiness).toContain('"count":1');
    for (const name of ['caller="Harbor Clinic"', 'nodejs_version_info', 'content_api_keys 1'])
      expect(metrics).toContain(name);
  });

  it.each([
    ['X-Forwarded-For: 127.0.0.1'],
    ['X-Forwarded-Host: localhost'],
    ['Forwarded: for=127.0.0.1'],
    ['X-Real-IP: 127.0.0.1'],
    ['Via: 1.1 proxy'],
    ['CF-Connecting-IP: 192.0.2.1'],
    ['True-Client-IP: 192.0.2.1'],
    ['Origin: https://attacker.example'],
    ['Sec-Fetch-Site: same-origin'],
    ['Sec-Fetch-Site: cross-site'],
    ['Authorization: Bearer x'],
    [`Authorization: Bearer ${TOKEN}x`],
    [`Authorization: Basic ${TOKEN}`],
  ])('is told as states alone where somebody else may be asking: %s', async (line) => {
    const isToken = line.startsWith('Authorization');
    for (const text of await told([
      isToken ? 'Host: content.example.org' : 'Host: localhost',
      line,
    ])) {
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      expect(text).not.toMatch(INSIDE);
    }
  });

  it('is told as states alone under another name than the machine’s own, and to HTTP/1.0', async () => {
    const all = [
      await told(['Host: content.example.org']),
      await told(['Host: localhost.attacker.example']),
      await told(['Host: localhost'], '1.0'),
    ];
    for (const text of all.flat()) expect(text).not.toMatch(INSIDE);
  });

  it('is, to a stranger, what a balancer and a dashboard need', async () => {
    const stranger = { Host: 'content.example.org' };
    const readiness = await request(api.url).get('/readyz').set(stranger).expect(200);
    expect(readiness.body).toEqual({
      state: 'disconnected',
      release: RELEASE,
      neededRelease: null,
      writing: null,
      edition: api.follower.catalogue?.edition.id ?? expect.any(String),
      sequence: expect.any(Number),
      documentCount: expect.any(Number),
      lagSeconds: expect.any(Number),
      behind: 0,
      problem: 'DATABASE_AWAY',
      keys: { state: 'following', lagSeconds: expect.any(Number), problem: null },
    });
    const { text } = await request(api.url).get('/metrics').set(stranger).expect(200);
    expect(text).toMatch(/^content_api_log_behind 0$/m);
    expect(text).toMatch(/^content_api_requests_total\{/m);
  });
});
