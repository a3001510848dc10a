import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PostgresSetting } from '../../postgres/setting';
import { CommandFailure } from '../command-failure';

const run = promisify(execFile);
/** Debian keeps each version's programs here, and need not have any in PATH. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';
const MEGABYTE = 1024 * 1024;

export type PostgresProgram = 'pg_dump' | 'pg_restore';

/**
 * Runs one of PostgreSQL's own programs.
 *
 * @param version the major version of the server.
 * @returns what it printed.
 * @throws CommandFailure `PROGRAM_MISSING`, or `PROGRAM_FAILED` with what the program said.
 */
export async function runPostgresProgram(
  program: PostgresProgram,
  setting: PostgresSetting,
  version: number,
  args: readonly string[],
): Promise<string> {
  const file = await postgresProgram(program, version);
  if (file === null) throw missing(program, version);
  try {
    // By the environment, since everyone can read a command line.
    const { stdout } = await run(file, [...args], {
      env: { ...withoutLibpq(process.env), ...libpqEnvironment(setting) },
      maxBuffer: MEGABYTE,
    });
    return stdout;
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() || (cause as Error).message;
    throw new CommandFailure(
      'PROGRAM_FAILED',
      `${program} failed: ${said}`,
      'Repair what it names.',
      { cause },
    );
  }
}

/**
 * Where a program is that is fit for a server: that of its own major version, which Debian keeps in a folder of its own,
 * or else one in PATH or a folder of Debian's that is newer. An older one refuses the server. Null where there is none.
 */
export async function postgresProgram(
  program: PostgresProgram,
  version: number,
): Promise<string | null> {
  const folders = [
    path.join(DEBIAN_FOLDER, String(version), 'bin'),
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...installedVersions().map((installed) => path.join(DEBIAN_FOLDER, String(installed), 'bin')),
  ];
  for (const folder of folders) {
    const file = path.join(folder, program);
    if (existsSync(file) && (await majorOf(file)) >= version) return file;
  }
  return null;
}

/** What a program says of itself: `pg_dump (PostgreSQL) 15.18 (Debian …)`; 0 where it says nothing of the kind. */
async function majorOf(file: string): Promise<number> {
  const { stdout } = await run(file, ['--version']).catch(() => ({ stdout: '' }));
  return Number(/\) (\d+)/.exec(stdout)?.[1] ?? 0);
}

/** For a file alone: the newest reads what every older one has written. */
export async function newestProgram(program: PostgresProgram): Promise<string> {
  const newest = installedVersions().at(-1) ?? 0;
  const file = await postgresProgram(program, newest);
  if (file === null) throw missing(program, newest);
  return file;
}

/** The oldest first: a program may be newer than the server, but the less the better. */
function installedVersions(): readonly number[] {
  const names = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  return names.map(Number).sort((one, other) => one - other);
}

function missing(program: PostgresProgram, version: number): CommandFailure {
  return new CommandFailure(
    'PROGRAM_MISSING',
    `A backup of PostgreSQL${version > 0 ? ` ${version}` : ''} needs ${program}, which is not on this machine.`,
    'Install PostgreSQL’s client programs, of the version of the server or a newer one (Debian, Ubuntu: ' +
      'apt-get install postgresql-client).',
  );
}

/** What a person has set for other uses must not lead a program elsewhere than Strapi. */
function withoutLibpq(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isKept = (name: string) => !name.startsWith('PG') || /^PG(PASSWORD|PASSFILE)$/.test(name);
  return Object.fromEntries(Object.entries(env).filter(([name]) => isKept(name)));
}

function libpqEnvironment(setting: PostgresSetting): Record<string, string> {
  const { host, port, user, password, database, tls, applicationName } = setting;
  return {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    ...(password !== null && { PGPASSWORD: password }),
    PGDATABASE: database,
    PGAPPNAME: applicationName,
    PGSSLMODE: tls?.mode ?? 'disable',
    ...(tls?.rootCertificate != null && { PGSSLROOTCERT: tls.rootCertificate }),
    ...(tls?.certificate != null && { PGSSLCERT: tls.certificate }),
    ...(tls?.key != null && { PGSSLKEY: tls.key }),
  };
}
