import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';
import { atPace } from './pace';

const PROJECT = path.resolve(__dirname, '../..');
/** What is left open stays open: a process that is only slow may take its time. */
const STOP_MILLISECONDS = 60_000;

/** The data, uploads and secrets of one application under test. */
export interface AppFolder {
  readonly path: string;
  readonly dataFolder: string;
  readonly publicFolder: string;
  readonly databaseFile: string;
  remove(): Promise<void>;
}

export async function appFolder(): Promise<AppFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kap-app-'));
  const dataFolder = path.join(folder, 'data');
  const publicFolder = path.join(folder, 'public');
  await mkdir(dataFolder);
  await mkdir(path.join(publicFolder, 'uploads'), { recursive: true });
  return {
    path: folder,
    dataFolder,
    publicFolder,
    databaseFile: path.join(dataFolder, 'database.sqlite'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** One action of the document service, as data. */
export interface DocumentCall {
  readonly uid: string;
  readonly action: string;
  readonly params: object;
}

/** What a document action gives back, as far as tests look at it. */
export interface DocumentResult {
  readonly documentId: string;
  readonly id?: number;
  readonly locale?: string;
  readonly entries?: readonly Record<string, unknown>[];
}

/** A refusal that Strapi told, with the name of its class and the problems by field. */
export class StrapiError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly details: { errors?: { path: (string | number)[]; message: string }[] } | null,
  ) {
    super(message);
  }
}

/** A booted Strapi that a test talks to. */
export class StrapiProcess {
  #next = 0;
  readonly #waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();
  readonly exited: Promise<void>;

  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    readonly output: string[],
  ) {
    child.on('message', (message: { id?: number; result?: unknown; error?: StrapiError }) => {
      if (message.id === undefined) return;
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      const { error } = message;
      if (error) waiting?.reject(new StrapiError(error.name, error.message, error.details));
      else waiting?.resolve(message.result);
    });
    this.exited = new Promise((resolve) => child.once('exit', () => resolve()));
    void this.exited.then(() => {
      for (const waiting of this.#waiting.values())
        waiting.reject(new Error(`Strapi was killed.\n${output.slice(-20).join('')}`));
      this.#waiting.clear();
    });
  }

  /**
   * Boots Strapi and waits until it listens.
   *
   * @param databaseUrl `postgres://…`; without one it is SQLite in the folder.
   * @param project where the program is; another folder than this one where a test needs other content types.
   */
  static async start(
    folder: AppFolder,
    databaseUrl?: string,
    env: Record<string, string> = {},
    project: string = PROJECT,
  ): Promise<StrapiProcess> {
    const port = await freePort();
    const output: string[] = [];
    const child = fork(path.join(__dirname, 'strapi-process.cjs'), [project], {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      env: {
        PATH: process.env.PATH,
        HOME: folder.path,
        DATA_FOLDER: folder.dataFolder,
        PUBLIC_FOLDER: folder.publicFolder,
        NODE_ENV: 'production',
        // Tests ask as fast as they can.
        CONTENT_API_RATE_LIMIT: '0',
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'warn',
        STRAPI_TELEMETRY_DISABLED: 'true',
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
        ...env,
      },
    });
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) =>
        reject(new Error(`Strapi did not start (exit ${code}):\n${output.join('')}`)),
      );
    });
    return new StrapiProcess(child, `http://127.0.0.1:${port}`, output);
  }

  /** Asks the process for one of the operations in strapi-process.cjs. */
  ask<Result>(operation: string, input: object = {}): Promise<Result> {
    const id = (this.#next += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve, reject });
      this.child.send({ id, operation, input }, (error) => {
        if (error) reject(error);
      });
    });
  }

  documents(uid: string, action: string, params: object): Promise<DocumentResult> {
    return this.ask('documents', { uid, action, params });
  }

  sql<Row = Record<string, unknown>>(statement: string, bindings: unknown[] = []): Promise<Row[]> {
    return this.ask('sql', { statement, bindings });
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** Ends the process as an operator would, and fails where it does not end. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const timer = setTimeout(() => this.child.kill('SIGKILL'), atPace(STOP_MILLISECONDS));
    void this.ask('stop').catch(() => undefined);
    await this.exited;
    clearTimeout(timer);
    if (this.child.signalCode === 'SIGKILL')
      throw new Error('Strapi did not end by itself: something is left open.');
  }
}
