import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PostgresCluster, postgresPrograms } from '../support/postgres-cluster';
import type { ServerProcess } from './contenders/server-process';
import type { LogPlace } from './practice/log';

/** The temporary folders, databases and servers of one run. */
export class Workshop {
  #cluster: PostgresCluster | null = null;
  readonly #servers = new Set<ServerProcess>();

  private constructor(private readonly root: string) {}

  static async open(): Promise<Workshop> {
    return new Workshop(await mkdtemp(path.join(tmpdir(), 'kap-bench-')));
  }

  readonly hasPostgres = postgresPrograms() !== null;

  /** A new, empty folder. */
  async folder(): Promise<string> {
    const folder = path.join(this.root, randomBytes(6).toString('hex'));
    await mkdir(path.join(folder, 'uploads'), { recursive: true });
    return folder;
  }

  /** Where a new log can be written; null where the machine has no PostgreSQL. */
  async logPlace(kind: LogPlace['kind']): Promise<LogPlace | null> {
    const dataFolder = await this.folder();
    if (kind === 'SQLite') return { kind, dataFolder };
    if (!this.hasPostgres) return null;
    this.#cluster ??= await PostgresCluster.create();
    const name = `bench_${randomBytes(6).toString('hex')}`;
    await this.#cluster.execute(`create database ${name}`);
    return { kind, dataFolder, url: this.#cluster.url(name) };
  }

  /** Sees to it that a server does not outlive the run. */
  keep<Server extends ServerProcess>(server: Server): Server {
    this.#servers.add(server);
    return server;
  }

  async stopServers(): Promise<void> {
    const servers = [...this.#servers];
    this.#servers.clear();
    await Promise.all(servers.map((server) => server.stop()));
  }

  async close(): Promise<void> {
    await this.stopServers();
    await this.#cluster?.remove();
    await rm(this.root, { recursive: true, force: true });
  }
}
