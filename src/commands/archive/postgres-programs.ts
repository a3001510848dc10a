import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { CommandFailure } from '../command-failure';

const run = promisify(execFile);
/** Debian keeps each version's programs here, and need not have any in PATH. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const MEGABYTE = 1024 * 1024;

/**
 * Runs one of PostgreSQL's own programs on a database.
 *
 * @param url the database; its password goes through the environment, since everyone can read a command line.
 * @throws CommandFailure `PROGRAM_MISSING`, or `PROGRAM_FAILED` with what the program said.
 */
export async function runPostgresProgram(
  program: 'pg_dump' | 'pg_restore',
  url: string,
  args: readonly string[],
): Promise<void> {
  const database = new URL(url);
  const PGPASSWORD = decodeURIComponent(database.password);
  database.password = '';
  try {
    await run(pathOf(program), [...args, '--dbname', database.href], {
      env: { ...process.env, ...(PGPASSWORD !== '' && { PGPASSWORD }) },
      maxBuffer: MEGABYTE,
    });
  } catch (cause) {
    if (cause instanceof CommandFailure) throw cause;
    const said = (cause as { stderr?: string }).stderr?.trim() || (cause as Error).message;
    throw new CommandFailure(
      'PROGRAM_FAILED',
      `${program} failed: ${said}`,
      'Repair what it names. Where it is about versions, install the programs of the server’s PostgreSQL version.',
      { cause },
    );
  }
}

function pathOf(program: string): string {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...newestFirst.map((version) => path.join(DEBIAN_FOLDER, version, 'bin')),
  ];
  const folder = folders.find((candidate) => existsSync(path.join(candidate, program)));
  if (folder !== undefined) return path.join(folder, program);
  throw new CommandFailure(
    'PROGRAM_MISSING',
    `A backup of PostgreSQL needs ${program}, which is not on this machine.`,
    'Install PostgreSQL’s client programs (Debian, Ubuntu: apt-get install postgresql-client).',
  );
}
