import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import type { DatabaseSetting } from '../environment';
import { connected } from '../postgres/connected';
import type { PostgresSetting } from '../postgres/setting';
import { CommandFailure } from './command-failure';
import { Sqlite } from '../sqlite/driver';

/** Strapi works with older ones no longer. */
const OLDEST_POSTGRES = 14;

/**
 * Sees whether the database can be used, before Strapi tries and tells it in its own words.
 *
 * @param use `read` where a role suffices that may only read; `own` where Strapi makes tables.
 * @throws CommandFailure `DATABASE_UNUSABLE`.
 */
export async function checkDatabase(
  database: DatabaseSetting,
  use: 'read' | 'own' = 'read',
): Promise<void> {
  if (database.kind === 'sqlite') await checkSqlite(database.file);
  else await checkPostgres(database.setting, use);
}

/** Where a database is, for a person to read: without its password. */
export function placeOf(database: DatabaseSetting): string {
  if (database.kind === 'sqlite') return database.file;
  const { host, port, database: name } = database.setting;
  return `the PostgreSQL database ${name} at ${host.startsWith('/') ? host : `${host}:${port}`}`;
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
    const connection = new Sqlite(file, { fileMustExist: true });
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

async function checkPostgres(setting: PostgresSetting, use: 'read' | 'own'): Promise<void> {
  const refuse = (what: string, whatToDo: string, cause?: unknown) =>
    new CommandFailure(
      'DATABASE_UNUSABLE',
      `Cannot use ${placeOf({ kind: 'postgres', setting })}: ${what}.`,
      whatToDo,
      { cause },
    );
  try {
    const server = await connected(setting, describeServer);
    if (server.version < OLDEST_POSTGRES) {
      const whatToDo = `Use PostgreSQL ${OLDEST_POSTGRES} or newer.`;
      throw refuse(`it is PostgreSQL ${server.version}`, whatToDo);
    }
    const { role, schema } = server;
    const wanted = setting.schema ?? 'public';
    if (schema !== wanted) {
      throw setting.schema === null && schema !== null
        ? refuse(
            `its tables would be in the schema ${schema}`,
            `Add ?schema=${schema} to DATABASE_URL.`,
          )
        : refuse(
            `the role ${role} does not find its tables in the schema ${wanted}`,
            `Run there, as the owner of the database:\n  create schema if not exists ${wanted} authorization ${role};\n` +
              `  alter role ${role} set search_path = ${wanted};`,
          );
    }
    if (use === 'own' && !server.mayCreate) {
      throw refuse(
        `the role ${role} may not make tables in the schema ${schema}`,
        `Run there, as the owner of the schema:\n  grant usage on schema ${schema} to ${role};\n` +
          `  grant create on schema ${schema} to ${role};`,
      );
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const { code, message } = error as { code?: string; message: string };
    throw refuse((message || String(code)).replace(/\.$/, ''), adviceOn(code, message), error);
  }
}

interface Server {
  /** The major version. */
  readonly version: number;
  /** Quoted where it must be. */
  readonly role: string;
  /** Where tables are made and first looked for; null where that is nowhere. */
  readonly schema: string | null;
  readonly mayCreate: boolean | null;
}

async function describeServer(client: Client): Promise<Server> {
  const { rows } = await client.query<Server>(
    `select current_setting('server_version_num')::int / 10000 as version,
       quote_ident(current_user) as role, current_schema() as schema,
       has_schema_privilege(current_schema(), 'create') as "mayCreate"`,
  );
  const [server] = rows;
  if (server === undefined) throw new Error('The server does not describe itself.');
  return server;
}

/** What to do about PostgreSQL's error, by its SQLSTATE, the code of the system or of TLS. */
function adviceOn(code: string | undefined, message: string): string {
  switch (code) {
    case '3D000':
      return 'Make the database (createdb NAME), or name another one in DATABASE_URL.';
    case '28P01':
    case '28000':
      return message.includes('no encryption')
        ? 'The server takes encrypted connections alone: add ?sslmode=require, or verify-full, to DATABASE_URL.'
        : 'Correct the user and password in DATABASE_URL.';
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return 'Name in sslrootcert the file of the authority that has certified the server.';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'Name the server in DATABASE_URL as its certificate does, or write sslmode=verify-ca.';
    case 'ENOENT':
      if (message.includes("open '"))
        return 'Correct the file of certificates that DATABASE_URL names.';
  }
  if (message.includes('startup parameter')) {
    return (
      'Let PgBouncer pass the schema by, with ignore_startup_parameters = options, and set it on the role: ' +
      'alter role USER set search_path = SCHEMA.'
    );
  }
  return message.includes('does not support SSL')
    ? 'Let the server take encrypted connections, or write sslmode=disable in DATABASE_URL.'
    : 'See that PostgreSQL runs and can be reached from here, and that DATABASE_URL names its host and port.';
}
