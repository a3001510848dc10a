import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { freePort } from '../../support/free-port';

const STOP_MILLISECONDS = 20_000;
const START_MILLISECONDS = 120_000;
/** How much of what a program wrote is told when it fails. */
const LAST_WORDS = 4_000;

export interface ServerOptions {
  readonly program: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether the program says "ready" as a message; else whoever starts it finds out by asking. */
  readonly tellsWhenReady: boolean;
}

/** A server under measurement, in a process of its own. */
export class ServerProcess {
  readonly exited: Promise<void>;

  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    private readonly output: string[],
  ) {
    this.exited = new Promise((resolve) => child.once('exit', () => resolve()));
    // However the bench ends, no server outlives it.
    const end = () => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
  }

  static async start(options: ServerOptions): Promise<ServerProcess> {
    const port = await freePort();
    const output: string[] = [];
    const child = fork(options.program, {
      cwd: options.cwd,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'warn',
        // So high that nobody is refused, and each request is counted as it is by default.
        CONTENT_API_RATE_LIMIT: '999999999',
        STRAPI_TELEMETRY_DISABLED: 'true',
        ...options.env,
      },
    });
    const listen = (chunk: Buffer) => void output.push(chunk.toString());
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const server = new ServerProcess(child, port, output);
    if (options.tellsWhenReady) await server.message(START_MILLISECONDS);
    return server;
  }

  /** The last that it wrote to its output. */
  get said(): string {
    return this.output.join('').slice(-LAST_WORDS);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Asks the program something and gives back what it says. */
  async ask(message: object): Promise<unknown> {
    const answer = this.message(START_MILLISECONDS);
    this.child.send(message);
    return answer;
  }

  /** The program's next message; fails where it ends or says nothing for long. */
  message(milliseconds: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settled = () => {
        clearTimeout(timer);
        this.child.off('exit', ended);
        this.child.off('message', told);
      };
      const fail = (what: string) => {
        settled();
        reject(new Error(`${this.child.spawnargs[1]} ${what}:\n${this.said}`));
      };
      const ended = (code: number | null) => fail(`ended (${code})`);
      const told = (message: unknown) => {
        settled();
        resolve(message);
      };
      const timer = setTimeout(() => fail(`said nothing for ${milliseconds} ms`), milliseconds);
      this.child.once('exit', ended);
      this.child.once('message', told);
    });
  }

  /** Waits until a path answers 200, asking every few milliseconds. */
  async answers(path: string): Promise<void> {
    const deadline = Date.now() + START_MILLISECONDS;
    for (;;) {
      if (this.child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`The server never answered ${path}:\n${this.said}`);
      }
      const isReady = await fetch(`http://127.0.0.1:${this.port}${path}`).then(
        async (response) => (await response.arrayBuffer(), response.status === 200),
        () => false,
      );
      if (isReady) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Seconds of processor time so far; null where the system does not tell (it does on Linux). */
  processorSeconds(): number | null {
    const fields = this.#proc('stat')
      ?.replace(/^.*\) /s, '')
      .split(' ');
    const ticksPerSecond = 100;
    return fields ? (Number(fields[11]) + Number(fields[12])) / ticksPerSecond : null;
  }

  /**
   * Milliseconds of processor time so far of the thread that the event loop runs on; null where the system does not tell
   * (Linux does).
   */
  loopMilliseconds(): number | null {
    const [nanoseconds] = this.#proc(`task/${this.pid}/schedstat`)?.split(' ') ?? [];
    return nanoseconds === undefined ? null : Number(nanoseconds) / 1e6;
  }

  /** Resident memory in megabytes, now and at its highest; null where the system does not tell. */
  memory(): { readonly now: number; readonly peak: number } | null {
    const status = this.#proc('status');
    if (!status) return null;
    const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]);
    return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MILLISECONDS);
    await this.exited;
    clearTimeout(timer);
  }

  #proc(file: string): string | null {
    try {
      return readFileSync(`/proc/${this.pid}/${file}`, 'utf8');
    } catch {
      return null;
    }
  }
}
