import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/until';

const SUPERVISOR = path.resolve(__dirname, '../../src/commands/supervisor.mjs');

describe('What is started', () => {
  let folder: string;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kap-supervisor-'));
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  /** Supervises a program that does as `body` says, of its `count`th start, and notes by `note()` that it got so far. */
  async function supervise(
    name: string,
    body: string,
    commandFor: (script: string) => readonly string[] = (script) => [process.execPath, script],
  ) {
    const served = path.join(folder, `${name}.mjs`);
    const starts = path.join(folder, `${name}.starts`);
    await writeFile(starts, '');
    await writeFile(
      served,
      `import { appendFileSync, readFileSync } from 'node:fs';
       const starts = ${JSON.stringify(starts)};
       const note = () => appendFileSync(starts, process.pid + '\\n');
       const count = readFileSync(starts, 'utf8').split('\\n').length;
       ${body}`,
    );
    const script = path.join(folder, `${name}.start.mjs`);
    await writeFile(
      script,
      `import { supervise } from ${JSON.stringify(SUPERVISOR)};
       process.exit(await supervise(${JSON.stringify(served)}, (text) => console.error(text)));`,
    );
    const [program, ...args] = commandFor(script);
    const child = spawn(program ?? '', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    started.push(child);
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const pids = async () =>
      (await readFile(starts, 'utf8')).split('\n').filter(Boolean).map(Number);
    return { child, ended, pids, said: () => Buffer.concat(said).toString() };
  }

  const SERVE = "process.send('up'); setInterval(() => undefined, 1000); note();";

  it('is started again when it crashes', async () => {
    const { child, ended, pids, said } = await supervise(
      'crashing',
      `if (count === 1) { note(); process.kill(process.pid, 'SIGKILL'); } ${SERVE}`,
    );
    await until(async () => (await pids()).length === 2);
    expect(said()).toContain('It ended by SIGKILL, and is started again in 1 s.');
    child.kill('SIGTERM');
    await ended;
  });

  it('ends where npm, which has started it, is ended', async () => {
    const { child, pids } = await supervise('through-npm', SERVE, (script) => {
      const command = `"${process.execPath}" "${script}"; true`;
      return ['/bin/sh', '-c', command];
    });
    await until(async () => (await pids()).length === 1);
    const [pid = 0] = await pids();
    child.kill('SIGKILL');
    await until(() => !isRunning(pid));
  });

  it('is not started again where it has refused to start', async () => {
    const { ended, pids } = await supervise('refusing', 'note(); process.exit(78);');
    expect(await ended).toBe(1);
    expect(await pids()).toHaveLength(1);
  });

  it('is started again where it refuses to, but was up before', async () => {
    const { child, ended, pids } = await supervise(
      'refusing-later',
      `if (count === 1) { note(); process.send('up', () => process.exit(1)); }
       else if (count === 2) { note(); process.exit(78); }
       else { ${SERVE} }`,
    );
    await until(async () => (await pids()).length === 3);
    child.kill('SIGTERM');
    await ended;
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'is told to end by %s, once',
    async (signal) => {
      const { child, ended, pids } = await supervise(
        `told-${signal}`,
        `let times = 0;
       process.on('${signal}', () => { times += 1; setTimeout(() => process.exit(40 + times), 100); });
       ${SERVE}`,
      );
      await until(async () => (await pids()).length === 1);
      child.kill(signal);
      expect(await ended).toBe(41);
    },
  );

  it('is ended where it does not end by itself', async () => {
    const { child, ended, pids, said } = await supervise(
      'deaf',
      `process.on('SIGTERM', () => undefined); ${SERVE}`,
    );
    await until(async () => (await pids()).length === 1);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said()).toContain('did not end within');
    const [pid] = await pids();
    expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH');
  });

  it('ends when whoever supervises it is gone', async () => {
    const { child, ended, pids } = await supervise(
      'orphaned',
      `process.once('disconnect', () => process.exit(0)); ${SERVE}`,
    );
    await until(async () => (await pids()).length === 1);
    child.kill('SIGKILL');
    await ended;
    const [pid] = await pids();
    await until(() => {
      try {
        process.kill(pid ?? 0, 0);
        return false;
      } catch {
        return true;
      }
    });
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
