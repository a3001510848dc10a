import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Follower } from '../../../src/content-api/log/follower';
import { follow } from '../../../src/content-api/log/log-follower';
import { postgresReader } from '../../../src/publications/postgres-reader';
import type { Sequence } from '../../../src/publications/publication';
import { sqliteReader } from '../../../src/publications/sqlite-reader';
import { systemScheduler } from '../../../src/content-api/log/log-reader';
import { silentLog } from '../../support/follower';
import { LogDatabase } from '../../support/log-database';
import { createDatabase, databaseKinds, type TestDatabase } from '../../support/postgres';
import { PostgresCluster } from '../../support/postgres-cluster';
import { TestLog } from '../../support/publications';
import { until } from '../../support/until';
import { postgresSetting } from '../../support/postgres-setting';

/** So long that what is seen was heard of, not found by looking. */
const NEVER = 1_000_000;
const SOON = 50;

function followPostgres(url: string, pollMilliseconds: number): Follower {
  const reader = postgresReader(postgresSetting(url), (cause) => {
    throw cause;
  });
  return follow({ reader, log: silentLog, scheduler: systemScheduler, pollMilliseconds });
}

describe.each(databaseKinds)('On %s, a follower', (kind) => {
  let log: TestLog;
  let folder: string;
  let postgres: TestDatabase | null = null;
  let target: string;
  let database: LogDatabase;
  let followers: Follower[];

  function start(pollMilliseconds: number): Follower {
    const follower =
      kind === 'PostgreSQL'
        ? followPostgres(target, pollMilliseconds)
        : follow({
            reader: sqliteReader(target),
            log: silentLog,
            scheduler: systemScheduler,
            pollMilliseconds,
          });
    followers.push(follower);
    return follower;
  }

  beforeEach(async () => {
    log = new TestLog();
    followers = [];
    folder = await mkdtemp(path.join(tmpdir(), 'kap-follower-'));
    postgres = kind === 'PostgreSQL' ? await createDatabase() : null;
    target = postgres?.url ?? path.join(folder, 'database.sqlite');
    database = await LogDatabase.open(target);
  });

  afterEach(async () => {
    await Promise.all(followers.map((follower) => follower.close()));
    await database.close();
    await postgres?.drop();
    await rm(folder, { recursive: true });
  });

  test('loads what the log holds, batch after batch', async () => {
    for (let entry = 0; entry < 2_500; entry += 1) log.publish('faq', `faq-${entry % 700}`);
    await database.append(log.rows);
    const catalogue = await start(NEVER).ready();
    expect(catalogue.edition).toMatchObject({ sequence: 2_500, id: log.head, documentCount: 700 });
  });

  test('hears of a commit without looking', async () => {
    const follower = start(NEVER);
    await follower.ready();
    for (const id of ['a', 'b', 'c']) {
      await database.append([log.publish('faq', id)]);
      const catalogue = await follower.waitFor(log.rows.length as Sequence);
      expect(catalogue.edition.id).toBe(log.head);
    }
  });

  test('ends at the same edition as every other, however the commits come', async () => {
    const own = [start(NEVER), start(SOON), start(SOON)];
    await Promise.all(own.map((follower) => follower.ready()));
    const heard = own.map(() => [0]);
    own.forEach((follower, index) =>
      follower.onEdition(({ edition }) => heard[index]?.push(edition.sequence)),
    );
    for (let commit = 0; commit < 40; commit += 1) {
      const from = log.rows.length;
      for (let entry = 0; entry <= commit % 4; entry += 1) log.publish('faq', `faq-${commit}`);
      await database.append(log.rows.slice(from));
    }
    const end = log.rows.length as Sequence;
    const catalogues = await Promise.all(own.map((follower) => follower.waitFor(end)));
    for (const catalogue of catalogues) expect(catalogue.edition.id).toBe(log.head);
    for (const sequences of heard) {
      expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
      expect(new Set(sequences).size).toBe(sequences.length);
    }
  });

  test('loads anew where a backup was restored', async () => {
    for (const id of ['a', 'b', 'c', 'd']) log.publish('faq', id);
    await database.append(log.rows);
    const follower = start(SOON);
    await follower.ready();

    await database.truncateAfter(2);
    const restored = new TestLog();
    for (const id of ['a', 'b', 'x', 'y', 'z']) restored.publish('faq', id);
    await database.append(restored.rows.slice(2));
    await until(() => follower.catalogue?.edition.id === restored.head);
    expect(follower.catalogue?.view('en')?.get('faq', 'c')).toBeNull();
    expect(follower.catalogue?.view('en')?.get('faq', 'x')).not.toBeNull();
  });

  test('closed in the middle of anything leaves nothing behind', async () => {
    for (let entry = 0; entry < 1_500; entry += 1) log.publish('faq', `faq-${entry}`);
    await database.append(log.rows);
    const loading = start(SOON);
    const disappointed = expect(loading.ready()).rejects.toThrow('closed');
    await loading.close();
    await disappointed;
    const following = start(SOON);
    await following.ready();
    await following.close();
    if (kind === 'PostgreSQL') {
      const connections = async () => {
        const { rows } = await database.knex.raw<{ rows: { count: string }[] }>(
          `select count(*) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()`,
        );
        return Number(rows[0]?.count);
      };
      await until(async () => (await connections()) === 0);
    }
  });
});

const onPostgres = databaseKinds.includes('PostgreSQL') ? describe : describe.skip;

onPostgres('With PostgreSQL stopped, a follower', () => {
  let cluster: PostgresCluster;
  let follower: Follower;
  const log = new TestLog();

  async function append(...ids: string[]): Promise<void> {
    const database = await LogDatabase.open(cluster.url('postgres'));
    await database.append(ids.map((id) => log.publish('faq', id)));
    await database.close();
  }

  beforeAll(async () => {
    cluster = await PostgresCluster.create();
    await append('a');
  });

  afterAll(async () => {
    await follower.close();
    await cluster.remove();
  });

  test('goes on serving, tells its lag, catches up and hears of commits again', async () => {
    follower = followPostgres(cluster.url('postgres'), SOON);
    await follower.ready();
    await cluster.stop();
    await until(() => follower.status().state === 'disconnected');
    expect(follower.catalogue?.view('en')?.get('faq', 'a')).not.toBeNull();
    expect(follower.status().problem).not.toBeNull();
    const lag = follower.status().lagSeconds ?? 0;
    await until(() => (follower.status().lagSeconds ?? 0) > lag);

    await cluster.start();
    await until(() => follower.status().state === 'following');
    await append('b');
    const { edition } = await follower.waitFor(2 as Sequence);
    expect(edition.id).toBe(log.head);
  });

  test('closes without waiting for the database to come back', async () => {
    const other = followPostgres(cluster.url('postgres'), SOON);
    await other.ready();
    await cluster.stop();
    await other.close();
    await cluster.start();
    await until(() => follower.status().state === 'following');
  });

  test('hears of commits without looking, once its connection is back', async () => {
    const patient = followPostgres(cluster.url('postgres'), NEVER);
    await patient.ready();
    await cluster.stop();
    await cluster.start();
    // The connection that listens comes back by itself, and then looks for what it may have missed.
    await append('c');
    await patient.waitFor(3 as Sequence);
    await append('d');
    await patient.waitFor(4 as Sequence);
    await patient.close();
  });
});
