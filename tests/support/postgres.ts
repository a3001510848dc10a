import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PostgresCluster, postgresPrograms } from './postgres-cluster';
import { until } from './until';

/** Names the folder that all test files of one run share; set by the global setup. */
export const RUN_FOLDER = 'KAP_TEST_RUN_FOLDER';
/** Set to make a machine without PostgreSQL a failure rather than a reason to leave tests out. */
export const POSTGRES_REQUIRED = 'KAP_TEST_POSTGRES_REQUIRED';

/** Both databases, or SQLite alone where the machine has no PostgreSQL; the global setup says so. */
export const databaseKinds: readonly ('SQLite' | 'PostgreSQL')[] =
  postgresPrograms() === null ? ['SQLite'] : ['SQLite', 'PostgreSQL'];

/** An empty database that nobody else uses. */
export interface TestDatabase {
  /** `postgres://…` */
  readonly url: string;
  /** Removes it, cutting whoever is still connected. */
  drop(): Promise<void>;
}

/** Makes a database on the server of this test run, which the first caller starts and the global teardown removes. */
export async function createDatabase(): Promise<TestDatabase> {
  const cluster = await sharedCluster(runFolder());
  const name = `test_${randomBytes(8).toString('hex')}`;
  await cluster.execute(`create database ${name}`);
  return {
    url: cluster.url(name),
    drop: async () => void (await cluster.execute(`drop database ${name} with (force)`)),
  };
}

/** The server of this run, where one was started. */
export async function startedCluster(folder: string): Promise<PostgresCluster | null> {
  const description = await readFile(path.join(folder, 'cluster.json'), 'utf8').catch(() => null);
  if (description === null) return null;
  const { folder: clusterFolder, port } = JSON.parse(description) as {
    folder: string;
    port: number;
  };
  return new PostgresCluster(clusterFolder, port);
}

async function sharedCluster(folder: string): Promise<PostgresCluster> {
  // Test files run in several processes; whoever makes this folder starts the server, the others wait for its address.
  const isFirst = await mkdir(path.join(folder, 'starting')).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const { folder: clusterFolder, port } = await PostgresCluster.create();
    const written = path.join(folder, 'cluster.json.new');
    await writeFile(written, JSON.stringify({ folder: clusterFolder, port }));
    await rename(written, path.join(folder, 'cluster.json'));
  }
  let cluster: PostgresCluster | null = null;
  await until(async () => (cluster = await startedCluster(folder)) !== null);
  if (!cluster) throw new Error('The PostgreSQL server of this test run did not start.');
  return cluster;
}

function runFolder(): string {
  const folder = process.env[RUN_FOLDER];
  if (folder === undefined)
    throw new Error(`${RUN_FOLDER} is not set: run tests with the project's jest.config.js.`);
  return folder;
}
