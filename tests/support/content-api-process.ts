import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import request from 'supertest';
import { freePort } from './free-port';
import { until } from './until';

/** The program that `npm run content-api` runs, compiled. */
export const CONTENT_API_MAIN = path.resolve(__dirname, '../../dist/src/content-api/main.js');

/** A content API in a process of its own, as `npm run content-api` starts it. */
export class ContentApiProcess {
  readonly exited: Promise<number | null>;

  private constructor(
    readonly child: ChildProcess,
    readonly url: string,
    readonly output: string[],
  ) {
    this.exited = new Promise((resolve) => child.once('exit', resolve));
  }

  /**
   * Starts the process, and waits until it answers `/healthz`: it may have no catalogue yet.
   *
   * @param main another program than this one, where a test needs another release.
   */
  static async start(
    env: Record<string, string>,
    main: string = CONTENT_API_MAIN,
  ): Promise<ContentApiProcess> {
    const port = await freePort();
    const output: string[] = [];
    const child = spawn(process.execPath, [main], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        // Tests ask as fast as they can.
        CONTENT_API_RATE_LIMIT: '0',
        HOST: '127.0.0.1',
        PORT: String(port),
        ...env,
      },
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    const started = new ContentApiProcess(child, `http://127.0.0.1:${port}`, output);
    await until(async () => {
      if (child.exitCode !== null)
        throw new Error(`The content API did not start:\n${output.join('')}`);
      return request(started.url)
        .get('/healthz')
        .then(
          (response) => response.status === 200,
          () => false,
        );
    });
    return started;
  }

  /** What `/readyz` says, whether ready or not. */
  async readiness(): Promise<request.Response> {
    return request(this.url).get('/readyz');
  }

  /** The answer's bytes, as text. */
  async answer(query: string): Promise<string> {
    const response = await request(this.url)
      .post('/graphql')
      .set('Accept', 'application/graphql-response+json')
      .send({ query });
    return response.text;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.exited;
  }
}
