import Database from 'better-sqlite3';
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import type { DatabaseSetting } from '../environment';
import { CommandFailure } from './command-failure';

const CONNECT_TIMEOUT_SECONDS = 5;
/** Strapi works with older ones no longer. */
const OLDEST_POSTGRES = 14;

/**
 * Sees whether the database can be used, before Strapi tries and tells it in its own words.
 *
 * @throws CommandFailure `DATABASE_UNUSABLE`.
 */
export async function checkDatabase(database: DatabaseSetting): Promise<void> {
  if (database.kind === 'sqlite') await checkSqlite(database.file);
  else await checkPostgres(database.url);
}

/** Where a database is, for a person to read: without its password. */
export function placeOf(database: DatabaseSetting): string {
  if (database.kind === 'sqlite') return database.file;
  const { host, pathname } = new URL(database.url);
  return `the PostgreSQL database ${decodeURIComponent(pathname.slice(1))} at ${host}`;
}

async function checkSqlite(file: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await access(path.dirname(file), constants.R_OK | constants.W_OK);
    const isThere = await access(file).then(
      () => true,
      () => false,
    );
    if (!isThere) return;
    await access(file, constants.R_OK | constants.W_OK);
    const connection = new Database(file, { fileMustExist: true });
    try {
      connection.prepare('select count(*) from sqlite_master').get();
    } finally {
      connection.close();
    }
  } catch (cause) {
    throw new CommandFailure(
      'DATABASE_UNUSABLE',
      `Cannot use the database ${file}: ${(cause as Error).message}.`,
      'See that this user may read and write the file and its folder. If it is damaged, put it aside and restore ' +
        'a backup (npm run restore -- FILE).',
      { cause },
    );
  }
}

async function checkPostgres(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: CONNECT_TIMEOUT_SECONDS });
  const refuse = (what: string, whatToDo: string, cause?: unknown) =>
    new CommandFailure(
      'DATABASE_UNUSABLE',
      `Cannot use ${placeOf({ kind: 'postgres', url })}: ${what}.`,
      whatToDo,
      { cause },
    );
  try {
    const [row] = await sql<{ version: number }[]>`
      select current_setting('server_version_num')::int / 10000 as version`;
    const version = row?.version ?? 0;
    if (version < OLDEST_POSTGRES) {
      const whatToDo = `Use PostgreSQL ${OLDEST_POSTGRES} or newer.`;
      throw refuse(`it is PostgreSQL ${version}`, whatToDo);
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const { code, message } = error as { code?: string; message: string };
    throw refuse(message || String(code), adviceOn(code), error);
  } finally {
    await sql.end({ timeout: CONNECT_TIMEOUT_SECONDS });
  }
}

/** What to do about PostgreSQL's error, by its SQLSTATE or the driver's code. */
function adviceOn(code: string | undefined): string {
  switch (code) {
    case '3D000':
      return 'Make the database (createdb NAME), or name another one in DATABASE_URL.';
    case '28P01':
    case '28000':
      return 'Correct the user and password in DATABASE_URL.';
    default:
      return 'See that PostgreSQL runs and can be reached from here, and that DATABASE_URL names its host and port.';
  }
}
