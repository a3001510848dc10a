import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const PROJECT = path.resolve(__dirname, '../..');
/** A minute and a half on a fast machine; far more on one that is slow, and busy with something else. */
const LONGEST_RUN_MILLISECONDS = 20 * 60_000;

describe('The bench', () => {
  let results: string;

  beforeAll(async () => {
    results = await mkdtemp(path.join(tmpdir(), 'kap-bench-results-'));
  });

  afterAll(() => rm(results, { recursive: true, force: true }));

  it(
    'measures everything in a quick run, and tells it as a table, as numbers and as a drawing',
    async () => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ['tests/bench/run.mjs', '--quick', '--results', results],
        { cwd: PROJECT, timeout: LONGEST_RUN_MILLISECONDS - 30_000 },
      );

      for (const what of [
        'hot LIST',
        'hot ONE',
        'cold LIST',
        'cold ONE',
        '304 LIST',
        'ready with',
      ]) {
        expect(stdout).toMatch(new RegExp(`^\\| ${what}.*\\| content API alone`, 'm'));
      }
      for (const reference of ['same head', 'few headers']) {
        expect(stdout).toMatch(new RegExp(`^\\| 304 ONE +\\| bare node:http, ${reference}`, 'm'));
      }
      expect(stdout).toMatch(/^\| from commit until answered/m);
      expect(stdout).toMatch(/^\| publishing one of 200 documents/m);
      expect(stdout).toMatch(/^\| slowest of \d+ reads while 5 texts are published/m);
      expect(stdout).toMatch(/^\| event loop held with 2,000 documents/m);
      expect(stdout).toContain('its numbers mean nothing');
      const drawing = await readFile(path.join(results, 'latest.svg'), 'utf8');
      expect(drawing).toContain('<title id="title">How fast the content API answers</title>');
    },
    LONGEST_RUN_MILLISECONDS,
  );
});
