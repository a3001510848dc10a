import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPanel } from './build.mjs';
import { exitWith, failure } from './failure.mjs';
import { prepare, root } from './prepare.mjs';

/*
 * npm test [-- JEST’S OPTIONS]: from nothing to "N passed, N failed". A machine without PostgreSQL or Chromium tests the
 * rest and says what was left out; with CI=true nothing may be left out. Of its longest tests it runs a share, drawn anew
 * each time; npm run test:long runs all of them.
 */

const MINUTE = 60_000;
const SECOND = 1000;
const OPTIONS = process.argv.slice(2);
const isWhole = OPTIONS.includes('--long');
/** Longer than this no run takes, even on a machine that is four times slower than a fast one: something hangs. */
const LONGEST_RUN = (isWhole ? 240 : 85) * MINUTE;
/** How long jest may take to end once it says that something keeps it from ending. */
const GRACE = 10 * SECOND;
/** What jest says of a test that leaves something open behind it. */
const LEAKS = ['A worker process has failed to exit gracefully', 'Jest did not exit'];

const mayLeaveOut = process.env.CI !== 'true';

/** What tests need beside Node, and whether it is on this machine. */
function machine() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const servers = [...folders, ...versions.map((version) => path.join(debian, version, 'bin'))];
  const browsers = ['chromium', 'chromium-browser', 'google-chrome'];
  const isIn = (places, program) => places.some((place) => existsSync(path.join(place, program)));
  return {
    PostgreSQL: isIn(servers, 'initdb'),
    PgBouncer: isIn(['/usr/sbin'], 'pgbouncer'),
    Chromium: browsers.some((program) => isIn(folders, program)),
  };
}

async function main() {
  await prepare({ withTools: true });
  await buildPanel(root);

  const missing = Object.entries(machine()).flatMap(([name, isThere]) => (isThere ? [] : [name]));
  if (missing.length > 0 && !mayLeaveOut) {
    throw failure(
      'CANNOT_TEST_ALL',
      `With CI=true no test may be left out, but this machine lacks ${missing.join(' and ')}.`,
      'Install it (Debian: apt-get install postgresql pgbouncer chromium), or leave CI out.',
    );
  }

  const folder = await mkdtemp(path.join(tmpdir(), 'kap-test-'));
  try {
    const outcome = await jest(path.join(folder, 'results.json'));
    process.exitCode = report(outcome, missing);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs jest, shows what it says, and ends it where it does not end by itself. */
async function jest(resultsFile) {
  const program = path.join(root, 'node_modules/jest/bin/jest.js');
  const forJest = OPTIONS.filter((option) => option !== '--long');
  const options = ['--json', `--outputFile=${resultsFile}`, ...forJest];
  const required = mayLeaveOut ? {} : { KAP_TEST_POSTGRES_REQUIRED: 'true' };
  const child = spawn(process.execPath, [program, ...options], {
    cwd: root,
    env: {
      ...process.env,
      ...required,
      ...(isWhole && { KAP_TEST_ALL_ROUNDS: 'true' }),
      NODE_ENV: 'test',
    },
    // The JSON goes to a file too: what jest prints of it is of no use.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = [];
  let end = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN);
  child.stderr.on('data', (chunk) => {
    process.stderr.write(chunk);
    said.push(chunk.toString());
    if (!chunk.includes('Jest did not exit')) return;
    clearTimeout(end);
    end = setTimeout(() => child.kill('SIGKILL'), GRACE);
  });
  const exitCode = await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(end);
  const text = await readFile(resultsFile, 'utf8').catch(() => 'null');
  const output = said.join('');
  return {
    exitCode,
    results: JSON.parse(text),
    leaks: LEAKS.filter((leak) => output.includes(leak)),
  };
}

/** Tells the outcome, its last line always in the same form. Returns the exit code. */
function report({ exitCode, results, leaks }, missing) {
  if (results === null) {
    console.log(`Jest ended without results. A run may take ${LONGEST_RUN / MINUTE} minutes.`);
    console.log('0 passed, 1 failed');
    return 1;
  }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = results;
  const problems = [
    ...leaks.map((leak) => `A test left something open: "${leak}".`),
    ...(numPendingTests > 0 && !mayLeaveOut ? [`${numPendingTests} tests were left out.`] : []),
  ];
  // What .ci/run found wrong before, so that the last line tells of all of it.
  const failedBefore = Number(process.env.KAP_FAILED_BEFORE ?? 0);
  const failed = numFailedTests + numRuntimeErrorTestSuites + problems.length + failedBefore;
  if (missing.length > 0)
    console.log(`Left out, as this machine lacks them: tests on ${missing.join(', ')}.`);
  if (numPendingTests > 0) console.log(`Skipped: ${numPendingTests} tests.`);
  for (const problem of problems) console.log(problem);
  console.log(`${numPassedTests} passed, ${failed} failed`);
  return failed > 0 || exitCode !== 0 ? 1 : 0;
}

main().catch(exitWith);
