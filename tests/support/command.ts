import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { AppFolder } from './strapi';

const PROJECT = path.resolve(__dirname, '../..');

/** How a command ended, and what it said. */
export interface CommandOutcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Where a command works, and what else it finds in its environment. */
export interface CommandSettings {
  readonly folder: AppFolder;
  /** `postgres://…`; without one it is SQLite in the folder. */
  readonly databaseUrl?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs one of the compiled commands as npm does, and waits until it ends. */
export function runCommand(
  settings: CommandSettings,
  name: string,
  ...args: string[]
): Promise<CommandOutcome> {
  return runScript(settings, path.join(PROJECT, 'src/commands/command.mjs'), name, ...args);
}

/** Runs a script with Node, and waits until it ends. */
export function runScript(
  { folder, databaseUrl, env }: CommandSettings,
  script: string,
  ...args: string[]
): Promise<CommandOutcome> {
  return outcomeOf(
    spawn(process.execPath, [script, ...args], {
      cwd: folder.path,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: folder.path,
        INIT_CWD: folder.path,
        DATA_FOLDER: folder.dataFolder,
        PUBLIC_FOLDER: folder.publicFolder,
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
        ...env,
      },
    }),
  );
}

/** Runs a program in a folder that is no hub's, and waits until it ends. */
export function runProgram(
  folder: string,
  program: string,
  ...args: string[]
): Promise<CommandOutcome> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, INIT_CWD: folder };
  return outcomeOf(spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env }));
}

function outcomeOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', reject);
    child.once('close', (exitCode) =>
      resolve({
        exitCode,
        output: Buffer.concat(output).toString(),
        errors: Buffer.concat(errors).toString(),
      }),
    );
  });
}
