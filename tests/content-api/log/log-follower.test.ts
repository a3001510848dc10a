import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Catalogue } from '../../../src/content-api/catalogue/catalogue';
import { emptyCatalogue, evolveAll } from '../../../src/content-api/catalogue/evolve';
import { follow } from '../../../src/content-api/log/log-follower';
import type { Follower, FollowerStatus } from '../../../src/content-api/log/follower';
import type { Sequence } from '../../../src/publications/publication';
import { answersOf } from '../../support/catalogue-answers';
import { silentLog } from '../../support/follower';
import { ManualScheduler } from '../../support/manual-scheduler';
import { FaultyReader } from '../../support/faulty-reader';
import { TestLog } from '../../support/publications';
import { randomIds, randomLog, randomSlugs } from '../../support/random-log';
import { until } from '../../support/until';

let log: TestLog;
let reader: FaultyReader;
let scheduler: ManualScheduler;
let follower: Follower;

function start(): void {
  follower = follow({ reader, log: silentLog, scheduler, batchSize: 3 });
}

/** Waits until the follower has nothing under way but waiting. */
async function settled(): Promise<void> {
  await until(() => scheduler.pendingTimers === 1);
}

function questions(catalogue: Catalogue | null): string[] {
  const listed = catalogue?.view('en')?.ordered('faq', { by: 'question', descending: false });
  return (listed ?? []).map(({ content }) => content.question);
}

beforeEach(() => {
  log = new TestLog();
  reader = new FaultyReader();
  reader.rows = log.rows;
  scheduler = new ManualScheduler();
});

afterEach(async () => {
  await follower.close();
});

describe('A follower', () => {
  test('serves nothing until it has read the whole log, then all of it', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) log.publish('faq', id);
    start();
    expect(follower.catalogue).toBeNull();
    expect(follower.status()).toEqual({
      state: 'loading',
      edition: null,
      lagSeconds: null,
      behind: 0,
      problem: null,
      neededRelease: null,
    });
    const catalogue = await follower.ready();
    expect(catalogue.edition).toMatchObject({ sequence: 7, id: log.head, documentCount: 7 });
    await settled();
    expect(follower.status()).toMatchObject({ state: 'following', lagSeconds: 0, behind: 0 });
  });

  test('is ready with an empty log', async () => {
    start();
    expect((await follower.ready()).edition.sequence).toBe(0);
  });

  test('tells how much is left while it loads', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) log.publish('faq', id);
    let goOn = (): void => undefined;
    reader.beforeRead = () =>
      reader.reads < 3 ? Promise.resolve() : new Promise((resolve) => (goOn = resolve));
    start();
    await until(() => reader.reads === 3);
    expect(follower.status()).toMatchObject({ state: 'loading', behind: 7 });
    reader.beforeRead = () => Promise.resolve();
    goOn();
    await follower.ready();
  });

  test('reads on when it is told of a change', async () => {
    start();
    await settled();
    log.publish('faq', 'a');
    reader.signal();
    expect((await follower.waitFor(1 as Sequence)).edition.sequence).toBe(1);
  });

  test('reads on at the next poll when nobody tells it', async () => {
    start();
    await settled();
    expect(scheduler.pauses.at(-1)).toBe(1_000);
    log.publish('faq', 'a');
    scheduler.fire();
    expect((await follower.waitFor(1 as Sequence)).edition.sequence).toBe(1);
  });

  test('reads on when a publisher in its own process pokes it', async () => {
    start();
    await settled();
    log.publish('faq', 'a');
    follower.poke();
    await follower.waitFor(1 as Sequence);
  });

  test('reads once at a time, and once more for all signals that came meanwhile', async () => {
    start();
    await settled();
    let release = (): void => undefined;
    let underWay = 0;
    let most = 0;
    reader.beforeRead = async () => {
      most = Math.max(most, (underWay += 1));
      await new Promise<void>((resolve) => (release = resolve));
      underWay -= 1;
    };
    const before = reader.reads;
    reader.signal();
    await until(() => underWay === 1);
    log.publish('faq', 'a');
    for (let signals = 0; signals < 5; signals += 1) reader.signal();
    reader.beforeRead = async () => {
      most = Math.max(most, (underWay += 1));
      await Promise.resolve();
      underWay -= 1;
    };
    release();
    await follower.waitFor(1 as Sequence);
    await settled();
    expect(most).toBe(1);
    // The first look, and the one more; each may end with a read that finds nothing.
    expect(reader.reads - before).toBeLessThanOrEqual(4);
  });

  test('tells of every edition after it serves it', async () => {
    log.publish('faq', 'a');
    start();
    const heard: number[] = [];
    const stop = follower.onEdition((catalogue) => {
      expect(follower.catalogue).toBe(catalogue);
      heard.push(catalogue.edition.sequence);
    });
    await follower.ready();
    log.publish('faq', 'b');
    follower.poke();
    await follower.waitFor(2 as Sequence);
    stop();
    log.publish('faq', 'c');
    follower.poke();
    await follower.waitFor(3 as Sequence);
    expect(heard).toEqual([1, 2]);
  });

  test('makes no new edition where nothing was published', async () => {
    log.publish('faq', 'a');
    start();
    const catalogue = await follower.ready();
    await settled();
    scheduler.fire();
    await settled();
    expect(follower.catalogue).toBe(catalogue);
  });

  test('goes on when one who listens fails', async () => {
    start();
    await follower.ready();
    const heard: number[] = [];
    follower.onEdition(() => {
      throw new Error('Not my day.');
    });
    follower.onEdition(({ edition }) => void heard.push(edition.sequence));
    log.publish('faq', 'a');
    follower.poke();
    await follower.waitFor(1 as Sequence);
    await settled();
    expect(heard).toEqual([1]);
    expect(follower.status().state).toBe('following');
  });
});

describe('With the database away, a follower', () => {
  test('goes on serving, tells how old that is, and catches up when the database is back', async () => {
    log.publish('faq', 'a');
    start();
    await follower.ready();
    await settled();
    reader.failure = new Error('connection refused');
    log.publish('faq', 'b');
    scheduler.fire();
    await settled();
    scheduler.time += 60_000;
    expect(questions(follower.catalogue)).toEqual(['Question a?']);
    expect(follower.status()).toMatchObject({
      state: 'disconnected',
      lagSeconds: 61,
      problem: 'connection refused',
    });
    reader.failure = null;
    scheduler.fire();
    await follower.waitFor(2 as Sequence);
    await settled();
    expect(follower.status()).toMatchObject({ state: 'following', lagSeconds: 0, problem: null });
  });

  test('waits longer from failure to failure, but never long', async () => {
    reader.failure = new Error('connection refused');
    start();
    for (let failures = 0; failures < 9; failures += 1) {
      await settled();
      scheduler.fire();
    }
    await settled();
    expect(scheduler.pauses).toEqual([
      100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000,
    ]);
    expect(follower.status()).toMatchObject({ edition: null, lagSeconds: null });
  });

  test('loads when the database comes, and listens from then on', async () => {
    log.publish('faq', 'a');
    reader.failure = new Error('connection refused');
    start();
    await settled();
    expect(reader.listenerCount).toBe(0);
    reader.failure = null;
    scheduler.fire();
    await follower.ready();
    await settled();
    expect(reader.listenerCount).toBe(1);
  });
});

describe('Where the log is another one than before, a follower', () => {
  beforeEach(async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) log.publish('faq', id);
    start();
    await follower.ready();
    await settled();
  });

  test('loads it anew, and serves the old one until it has', async () => {
    const other = new TestLog();
    for (const id of ['v', 'w', 'x', 'y', 'z', 'zz']) other.publish('faq', id);
    const served: string[][] = [];
    reader.beforeRead = () => {
      served.push(questions(follower.catalogue));
      return Promise.resolve();
    };
    reader.rows = other.rows;
    scheduler.fire();
    await until(() => follower.catalogue?.edition.id === other.head);
    expect(new Set(served.map((each) => each.length))).toEqual(new Set([5]));
    expect(questions(follower.catalogue)).toHaveLength(6);
  });

  test('notices that it is shorter, as after restoring a backup', async () => {
    reader.rows = log.rows.slice(0, 2);
    scheduler.fire();
    await until(() => follower.catalogue?.edition.sequence === 2);
    expect(questions(follower.catalogue)).toEqual(['Question a?', 'Question b?']);
    expect(follower.status()).toMatchObject({ state: 'following', behind: 0 });
  });

  test('notices that it is empty', async () => {
    reader.rows = [];
    scheduler.fire();
    await until(() => follower.catalogue?.edition.sequence === 0);
    expect(follower.catalogue?.edition.documentCount).toBe(0);
  });
});

describe.each([
  ['a follower keeps serving what it served', true],
  ['a follower that has served nothing yet serves nothing', false],
])('At an entry that cannot be followed, %s', (_, wasServing) => {
  async function obstructed(state: FollowerStatus['state'], problem: RegExp): Promise<void> {
    const { rows } = reader;
    if (wasServing) {
      reader.rows = rows.slice(0, 1);
      start();
      await follower.ready();
      await settled();
      reader.rows = rows;
      scheduler.fire();
      await until(() => follower.status().state === state);
    } else {
      start();
      await expect(follower.ready()).rejects.toThrow(problem);
    }
    await settled();
    expect(follower.catalogue?.edition.sequence).toBe(wasServing ? 1 : undefined);
    expect(follower.status()).toMatchObject({ state, behind: wasServing ? 2 : 3 });
    expect(follower.status().problem).toMatch(problem);
  }

  beforeEach(() => {
    log.publish('faq', 'a');
    reader.rows = log.rows;
  });

  test('when no release can read it', async () => {
    log.publish('faq', 'b', { content: { topic: 'nonsense' as 'basics' } });
    log.publish('faq', 'c');
    await obstructed('stuck', /^Entry 2 .* cannot be read/);
  });

  test('when its content is not what its hash says', async () => {
    log.publish('faq', 'b');
    log.publish('faq', 'c');
    reader.rows = log.rows.map((row) =>
      row.sequence === 2 ? { ...row, content: row.content?.replace('Answer', 'Lie') ?? null } : row,
    );
    await obstructed('stuck', /^The content of entry 2 does not match its hash/);
  });

  test('when the chain is broken', async () => {
    log.publish('faq', 'b');
    log.publish('faq', 'c');
    reader.rows = log.rows.map((row) => (row.sequence === 2 ? { ...row, revision: 7 } : row));
    await obstructed('stuck', /^The chain hash of entry 2/);
  });

  test('when an entry is missing', async () => {
    for (const id of ['b', 'c']) log.publish('faq', id);
    reader.rows = log.rows.filter((row) => row.sequence !== 2);
    await obstructed('stuck', /^Entry 3 follows entry 1/);
  });

  test.each([
    ['has a later form', { form: 3 }, /^Entry 2 has form 3 of entries/],
    ['is of a kind that came later', { kind: 'Reviewed' }, /^Entry 2 has the kind Reviewed/],
    ['is of a type that came later', { type: 'podcast' }, /^Entry 2 has the content type podcast/],
    [
      'has a later version of its type',
      { type: 'faq', schema_version: 2 },
      /^Entry 2 has version 2 of faq/,
    ],
  ])('which is newer, and not damaged, when it %s', async (_what, later, problem) => {
    log.append({ kind: 'Published', detail: '{"new":true}', release: '9.1.0', ...later });
    log.publish('faq', 'c');
    await obstructed('outdated', problem);
    expect(follower.status()).toMatchObject({ neededRelease: '9.1.0' });
    expect(follower.status().problem).toContain('It takes release 9.1.0 or a later one.');
  });

  test('and not for newer what somebody only calls so', async () => {
    for (const id of ['b', 'c']) log.publish('faq', id);
    reader.rows = log.rows.map((row) => (row.sequence === 2 ? { ...row, type: 'podcast' } : row));
    await obstructed('stuck', /^The chain hash of entry 2/);
  });

  test('and goes on once the entry can be read', async () => {
    const mended = new TestLog();
    for (const id of ['a', 'b', 'c']) mended.publish('faq', id);
    log.publish('faq', 'b', { content: { topic: 'nonsense' as 'basics' } });
    log.publish('faq', 'c');
    await obstructed('stuck', /cannot be read/);
    reader.rows = mended.rows;
    scheduler.fire();
    await follower.waitFor(3 as Sequence);
    await settled();
    expect(follower.status()).toMatchObject({ state: 'following', problem: null, behind: 0 });
  });
});

describe('A closed follower', () => {
  test('leaves no timer, no listener and no open reader, and keeps its last catalogue', async () => {
    log.publish('faq', 'a');
    start();
    await follower.ready();
    await settled();
    await follower.close();
    expect(scheduler.pendingTimers).toBe(0);
    expect(reader.listenerCount).toBe(0);
    expect(reader.isClosed).toBe(true);
    expect(questions(follower.catalogue)).toEqual(['Question a?']);
    follower.poke();
    expect(scheduler.pendingTimers).toBe(0);
  });

  test('disappoints those who wait', async () => {
    start();
    await follower.ready();
    const waiting = expect(follower.waitFor(9 as Sequence)).rejects.toThrow('closed');
    await follower.close();
    await waiting;
    await expect(follower.waitFor(9 as Sequence)).rejects.toThrow('closed');
  });

  test('in the middle of loading serves nothing half loaded', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) log.publish('faq', id);
    let goOn = (): void => undefined;
    reader.beforeRead = () =>
      reader.reads < 3 ? Promise.resolve() : new Promise((resolve) => (goOn = resolve));
    start();
    const waiting = expect(follower.ready()).rejects.toThrow('closed');
    await until(() => reader.reads === 3);
    const closing = follower.close();
    reader.beforeRead = () => Promise.resolve();
    goOn();
    await closing;
    await waiting;
    expect(follower.catalogue).toBeNull();
    expect(scheduler.pendingTimers).toBe(0);
  });
});

test('Following a log in any steps answers as folding it does', async () => {
  start();
  await fc.assert(
    fc.asyncProperty(randomLog, fc.array(fc.integer({ min: 1, max: 5 })), async (whole, steps) => {
      const source = new FaultyReader();
      const own = follow({
        reader: source,
        log: silentLog,
        scheduler: new ManualScheduler(),
        batchSize: 3,
      });
      await own.ready();
      for (const step of [...steps, whole.rows.length]) {
        source.rows = whole.rows.slice(0, source.rows.length + step);
        source.signal();
        own.poke();
        await own.waitFor(source.rows.length as Sequence);
      }
      const catalogue = await own.waitFor(whole.rows.length as Sequence);
      const slugs = [...randomSlugs, ...randomIds];
      expect(answersOf(catalogue, randomIds, slugs)).toEqual(
        answersOf(evolveAll(emptyCatalogue(), whole.publications), randomIds, slugs),
      );
      await own.close();
    }),
    { numRuns: 50 },
  );
});
