import { fork } from 'node:child_process';
import path from 'node:path';
import type { Round, RoundResult } from './round';

/** A process of its own that sends requests, one round at a time. */
export interface Load {
  run(round: Round): Promise<RoundResult>;
  stop(): void;
}

export function startLoad(): Load {
  const child = fork(path.join(__dirname, 'asker.js'));
  return {
    run: (round) =>
      new Promise((resolve, reject) => {
        const gone = (code: number | null) =>
          reject(new Error(`The process that asks ended (${code}).`));
        child.once('exit', gone);
        child.once('message', (message: { result: RoundResult } | { error: string }) => {
          child.off('exit', gone);
          if ('result' in message) resolve(message.result);
          else reject(new Error(message.error));
        });
        child.send(round);
      }),
    stop: () => void child.kill(),
  };
}
