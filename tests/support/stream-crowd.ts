import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { until } from './until';

const PROGRAM = path.join(__dirname, 'stream-crowd-process.cjs');

interface Message {
  readonly opened?: number;
  readonly failed?: string;
  readonly reached?: string;
  readonly at?: number;
}

/** Many readers of one stream, in a process of their own. */
export class StreamCrowd {
  /** When each event had reached the last reader, by the event's text. */
  readonly reached = new Map<string, number>();
  readonly failures: string[] = [];
  #isOpen = false;

  private constructor(private readonly child: ChildProcess) {
    child.on('message', ({ opened, failed, reached, at }: Message) => {
      if (opened !== undefined) this.#isOpen = true;
      if (failed !== undefined) this.failures.push(failed);
      if (reached !== undefined) this.reached.set(reached, at ?? 0);
    });
  }

  /** Opens that many streams, and waits until all are. */
  static async open(url: string, count: number, query: string): Promise<StreamCrowd> {
    const crowd = new StreamCrowd(fork(PROGRAM, [url, String(count), query], { execArgv: [] }));
    await until(() => crowd.#isOpen || crowd.failures.length > 0);
    return crowd;
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await gone;
  }
}
