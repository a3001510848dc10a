import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runBench, type Part } from './bench';
import { placesIn } from './places';
import { fullPlan, quickPlan } from './plan';
import { plot } from './report/plot';
import { report } from './report/table';

const parts: readonly Part[] = [
  'rates',
  'growth',
  'visibility',
  'writing',
  'starts',
  'memory',
  'loop',
];

const HELP = `npm run bench -- [OPTIONS]

  --quick          a minute: shows that everything runs; its numbers mean nothing
  --peers          measures Strapi's own GraphQL plugin too, which it installs at first (some minutes)
  --rounds N       how often everything is measured (${fullPlan.rounds})
  --results DIR    where numbers and plot are written (tests/bench/results)
  --only PART      only ${parts.join(', ')}; may be given more than once
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      results: { type: 'string' },
      only: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const plan = values.quick ? quickPlan : fullPlan;
  const rounds = values.rounds === undefined ? plan.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error('--rounds: Give a whole number from 1.');
  const chosen = (values.only ?? parts).map((name) => {
    const part = parts.find((known) => known === name);
    if (!part)
      throw new Error(`--only ${name}: There is no such part. Choose from ${parts.join(', ')}.`);
    return part;
  });

  const places = placesIn(process.cwd());
  const folder = path.resolve(values.results ?? places.results);
  const results = await runBench({
    places,
    plan: { ...plan, rounds },
    isQuick: values.quick,
    withPeers: values.peers,
    parts: new Set(chosen),
    startedAt: new Date(),
    tell: (message) => void process.stderr.write(`${message}\n`),
  });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'latest.json'), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(path.join(folder, 'latest.svg'), plot(results));
  process.stdout.write(`${report(results)}\nNumbers and plot: ${folder}/latest.json and .svg\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
