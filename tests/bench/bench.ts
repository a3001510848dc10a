import { cpus, totalmem } from 'node:os';
import { bareCells, startBare } from './contenders/bare';
import { checkAnswers } from './contenders/check-answers';
import { checkHeads } from './contenders/check-heads';
import { contentApiContender, startContentApi, startStrapi } from './contenders/content-api';
import type { Contender } from './contenders/contender';
import { startPlain } from './contenders/plain';
import { record, withFewHeaders, type Recording } from './contenders/recording';
import { installPeers, startStrapiPeer } from './contenders/strapi-peer';
import { startLoad, type Load } from './load/load';
import { measureGrowth } from './measurements/growth';
import { measureLoop } from './measurements/loop';
import { measureMemory } from './measurements/memory';
import { measureRates, questionCells, type Cell, type Rates } from './measurements/rates';
import { measureStarts, type Starts } from './measurements/starts';
import { unchangedCells } from './measurements/unchanged';
import { measureVisibility, type VisibilityRun } from './measurements/visibility';
import { measureWriting, type Writing } from './measurements/writing';
import type { Places } from './places';
import type { Plan } from './plan';
import { writeLog, type LogPlace } from './practice/log';
import { STANDARD_SIZE } from './practice/practice';
import type { Results } from './report/results';
import { Workshop } from './workshop';

export type Part = 'rates' | 'growth' | 'visibility' | 'writing' | 'starts' | 'memory' | 'loop';

export interface BenchOptions {
  readonly places: Places;
  readonly plan: Plan;
  readonly isQuick: boolean;
  readonly withPeers: boolean;
  readonly parts: ReadonlySet<Part>;
  readonly startedAt: Date;
  /** Told what is being done. */
  readonly tell: (message: string) => void;
}

/** The exit code of a program that a signal ended. */
const INTERRUPTED = 130;

const databases: readonly LogPlace['kind'][] = ['SQLite', 'PostgreSQL'];

/** Starts what is measured, measures it, and leaves nothing behind. */
export async function runBench(options: BenchOptions): Promise<Results> {
  const { places, plan, parts, tell } = options;
  if (options.withPeers) await installPeers(places, tell);
  const workshop = await Workshop.open();
  const leave = () => void workshop.close().finally(() => process.exit(INTERRUPTED));
  process.once('SIGINT', leave).once('SIGTERM', leave);
  const load = startLoad();
  try {
    const rates = parts.has('rates') ? await allRates(options, workshop, load) : [];
    const growth = parts.has('growth')
      ? await measureGrowth(workshop, places, load, plan, tell)
      : null;
    const visibility: VisibilityRun[] = [];
    const writing: Writing[] = [];
    const starts: Starts[] = [];
    for (const database of databases) {
      const run = parts.has('visibility')
        ? await measureVisibility(database, workshop, places, plan, tell)
        : null;
      if (run) visibility.push(run);
      const written = parts.has('writing')
        ? await measureWriting(database, workshop, places, plan, tell)
        : null;
      if (written) writing.push(written);
      const started = parts.has('starts')
        ? await measureStarts(database, workshop, places, load, plan, tell)
        : null;
      if (started) starts.push(started);
    }
    const memory = parts.has('memory')
      ? await measureMemory(workshop, places, load, plan, tell)
      : null;
    const loops = parts.has('loop') ? await measureLoop(workshop, places, plan, tell) : [];
    return {
      startedAt: options.startedAt.toISOString(),
      machine: {
        processor: cpus()[0]?.model.trim() ?? 'unknown processor',
        cores: cpus().length,
        node: process.versions.node,
        memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
      },
      plan,
      isQuick: options.isQuick,
      leftOut: leftOut(options, workshop),
      rates,
      growth,
      visibility,
      writing,
      starts,
      memory,
      loops,
    };
  } finally {
    process.off('SIGINT', leave).off('SIGTERM', leave);
    load.stop();
    await workshop.close();
  }
}

async function allRates(
  { places, plan, withPeers, tell }: BenchOptions,
  workshop: Workshop,
  load: Load,
): Promise<Rates[]> {
  tell('Starting all that answers …');
  const log = await workshop.logPlace('SQLite');
  const strapiLog = await workshop.logPlace('SQLite');
  if (!log || !strapiLog) throw new Error('SQLite is always there.');
  await writeLog(log, STANDARD_SIZE, places.migrations);
  await writeLog(strapiLog, STANDARD_SIZE, places.migrations);

  const alone = await contentApiContender(
    'content API alone',
    workshop.keep(await startContentApi(places, log)),
    STANDARD_SIZE,
  );
  const inStrapi = await contentApiContender(
    "content API in Strapi's process",
    workshop.keep(await startStrapi(places, strapiLog, await workshop.folder())),
    STANDARD_SIZE,
  );
  const plain = await startPlain(places, STANDARD_SIZE);
  workshop.keep(plain.server);

  const contenders: Contender[] = [plain, alone, inStrapi];
  await checkAnswers(contenders);
  if (withPeers) {
    tell('Filling the peers …');
    const peer = await startStrapiPeer(places, await workshop.folder(), STANDARD_SIZE);
    workshop.keep(peer.server);
    contenders.push(peer);
  }

  const cells = contenders.flatMap(questionCells);
  for (const contender of [alone, inStrapi]) cells.push(...(await unchangedCells(contender)));
  const cellsOf = (contender: Contender) => cells.filter((cell) => cell.contender === contender);
  const recordings = await record(cellsOf(alone));
  checkHeads(recordings, await record(cellsOf(inStrapi)));
  const bareOf = async (name: Contender['name'], sent: readonly Recording[]) => {
    const bare = await startBare(name, places, sent);
    workshop.keep(bare.server);
    return bareCells(bare, cellsOf(alone), sent);
  };
  cells.unshift(
    ...(await bareOf('bare node:http, same head', recordings)),
    ...(await bareOf('bare node:http, few headers', recordings.map(withFewHeaders))),
  );

  const rates = await measureRates(load, inOrder(cells), plan, tell);
  await workshop.stopServers();
  return rates;
}

/** What is compared is measured one after the other. */
function inOrder(cells: readonly Cell[]): Cell[] {
  const groups = [
    'hot LIST',
    'hot ONE',
    'cold LIST',
    'cold ONE',
    'unchanged LIST',
    'unchanged ONE',
  ];
  const place = ({ mode, question }: Cell) => groups.indexOf(`${mode} ${question}`);
  return [...cells].sort((a, b) => place(a) - place(b));
}

function leftOut({ withPeers, parts }: BenchOptions, { hasPostgres }: Workshop): string[] {
  const reasons: string[] = [];
  if (parts.has('rates') && !withPeers) {
    reasons.push("Strapi's own GraphQL plugin; npm run bench -- --peers measures it too.");
  }
  const onBoth: readonly Part[] = ['visibility', 'writing', 'starts'];
  if (!hasPostgres && onBoth.some((part) => parts.has(part))) {
    reasons.push('everything on PostgreSQL, which is not on this machine.');
  }
  return reasons;
}
