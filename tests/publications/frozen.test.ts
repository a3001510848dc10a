import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fixedPublicUrl } from '../../src/content-api/public-url';
import { logRowOf } from '../../src/publications/row';
import { verifyLog } from '../../src/publications/verify';
import { TestContentApi } from '../support/content-api';
import { memoryReader } from '../support/memory-reader';
import { TestLog } from '../support/publications';

const FOLDER = path.join(__dirname, 'frozen');
const releases = readdirSync(FOLDER).filter((name) => /^\d+\.\d+\.\d+$/.test(name));

/** What a release answered, or what its steps have made of that since. */
function answersOf(release: string): Record<string, { query: string; data: unknown }> {
  const names = readdirSync(path.join(FOLDER, release));
  const [newest] = names
    .filter((name) => name.startsWith('answers-'))
    .sort((one, other) => other.localeCompare(one, 'en', { numeric: true }));
  const file = path.join(FOLDER, release, newest ?? 'answers.json');
  return JSON.parse(readFileSync(file, 'utf8')) as ReturnType<typeof answersOf>;
}

describe.each(releases)('The log that release %s has written', (release) => {
  const log = new TestLog();
  let api: TestContentApi;

  beforeAll(async () => {
    const lines = readFileSync(path.join(FOLDER, release, 'log.jsonl'), 'utf8').trimEnd();
    for (const line of lines.split('\n')) {
      log.rows.push(logRowOf(JSON.parse(line) as Record<string, unknown>));
    }
    const settings = {
      publicUrl: fixedPublicUrl('https://hub.example'),
      queryCostLimit: 1_000_000,
    };
    api = await TestContentApi.start(log, settings);
  });
  afterAll(() => api.close());

  it('is whole, and this release can read all of it', async () => {
    const verdict = await verifyLog(memoryReader(log), () => undefined);
    expect(verdict).toEqual({ faults: [], newer: [] });
  });

  it.each(Object.entries(answersOf(release)))('is answered as then: %s', async (_, then) => {
    expect(await api.data(then.query)).toEqual(then.data);
  });
});
