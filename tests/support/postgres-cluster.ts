import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';

const run = promisify(execFile);

/** How long the server may take to start or to stop on a slow machine; it takes a second. */
const PATIENCE_SECONDS = '300';

/** PostgreSQL refuses to run as root; its packages make this user. */
const SERVER_USER = 'postgres';
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** Where PostgreSQL's programs are; null where the machine has none. */
export function postgresPrograms(): string | null {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  const folders = [
    ...newestFirst.map((version) => path.join(DEBIAN_FOLDER, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter),
  ];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null;
}

/** A throw-away PostgreSQL server that listens on 127.0.0.1 and lets everyone in. */
export class PostgresCluster {
  constructor(
    readonly folder: string,
    readonly port: number,
  ) {}

  /** Makes a server in a new temporary folder and starts it. */
  static async create(): Promise<PostgresCluster> {
    const folder = await mkdtemp(path.join(tmpdir(), 'kap-pg-'));
    await chmod(folder, 0o777);
    const cluster = new PostgresCluster(folder, await freePort());
    await cluster.#run(
      'initdb',
      '-D',
      cluster.#data,
      '-U',
      SERVER_USER,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-locale',
      '-N',
    );
    await cluster.start();
    return cluster;
  }

  url(database: string): string {
    return `postgres://${SERVER_USER}@127.0.0.1:${this.port}/${database}`;
  }

  async start(): Promise<void> {
    // Nothing here must outlive the machine, so nothing is forced to the disk.
    const settings = [
      'fsync=off',
      'full_page_writes=off',
      'synchronous_commit=off',
      'max_connections=200',
    ];
    const options = [
      `-p ${this.port}`,
      '-h 127.0.0.1',
      `-k ${this.folder}`,
      ...settings.map((each) => `-c ${each}`),
    ];
    await this.#run(
      'pg_ctl',
      'start',
      '-w',
      '-t',
      PATIENCE_SECONDS,
      '-D',
      this.#data,
      '-l',
      path.join(this.#data, 'server.log'),
      '-o',
      options.join(' '),
    );
  }

  /** Stops the server as an operator in a hurry would: connections are cut, nothing committed is lost. */
  async stop(): Promise<void> {
    await this.#run('pg_ctl', 'stop', '-w', '-t', PATIENCE_SECONDS, '-m', 'fast', '-D', this.#data);
  }

  /** Runs one statement in a database and gives back what `psql` prints, columns separated by `|`. */
  async execute(statement: string, database = 'postgres'): Promise<string> {
    const { stdout } = await this.#run(
      'psql',
      '-X',
      '-q',
      '-A',
      '-t',
      '-v',
      'ON_ERROR_STOP=1',
      '-c',
      statement,
      this.url(database),
    );
    return stdout.trim();
  }

  get isRunning(): boolean {
    return existsSync(path.join(this.#data, 'postmaster.pid'));
  }

  async remove(): Promise<void> {
    if (this.isRunning) await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  get #data(): string {
    return path.join(this.folder, 'data');
  }

  #run(program: string, ...args: string[]): Promise<{ stdout: string; stderr: string }> {
    const programs = postgresPrograms();
    if (!programs)
      throw new Error(
        'PostgreSQL is not on this machine: install its server (initdb, pg_ctl, psql).',
      );
    const file = path.join(programs, program);
    // The server's files belong to its user, and it must not run in a folder that this user cannot enter.
    const options = { cwd: this.folder };
    if (process.getuid?.() !== 0) return run(file, args, options);
    return run('runuser', ['-u', SERVER_USER, '--', file, ...args], options);
  }
}
