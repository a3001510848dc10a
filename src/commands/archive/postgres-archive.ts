import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { connected, isPooled } from '../../postgres/connected';
import type { PostgresSetting } from '../../postgres/setting';
import { GENESIS, type Sequence, type Sha256 } from '../../publications/publication';
import type { LogHead } from '../../publications/reader';
import { CommandFailure } from '../command-failure';
import type { DatabaseArchive } from './database-archive';
import { requireHead } from './head';
import {
  dropObjects,
  giveGrants,
  grantsIn,
  isThere,
  moveObjects,
  objectsIn,
  othersIn,
} from './postgres-objects';
import { postgresProgram, runPostgresProgram, type PostgresProgram } from './postgres-programs';

/** Holds what was there while a backup takes its place. */
const ASIDE = 'before_restore';
const LOOKS = 10;
const PAUSE_MILLISECONDS = 100;

/** Schemas and extensions belong to the database, and mostly to another role; in a list of `pg_restore`. */
const OF_THE_DATABASE = /^\d+; \d+ \d+ (?:(?:COMMENT|ACL) - )?(?:SCHEMA|EXTENSION) /;
const LOG_TABLE = /^\d+; \d+ \d+ TABLE (\S+) publications /m;

/** A database, or a schema in it, that is the project's alone. */
export function postgresArchive(setting: PostgresSetting): DatabaseArchive {
  const name = setting.schema ?? 'public';
  const schema = `"${name}"`;
  const direct = <Result>(work: (client: Client) => Promise<Result>) =>
    connected(setting, async (client) => {
      await requireDirect(client);
      return work(client);
    });
  return {
    dump: (file) =>
      direct(async (client) => {
        const version = await versionOf(client);
        await client.query('begin isolation level repeatable read read only');
        // pg_dump reads in this transaction's snapshot, so that the log it dumps ends where we say.
        const { rows } = await client.query<{ snapshot: string }>(
          'select pg_export_snapshot() as snapshot',
        );
        const head = await headOf(client, schema);
        await runPostgresProgram('pg_dump', setting, version, [
          '--format=custom',
          '--no-owner',
          '--no-privileges',
          `--schema=${schema}`,
          ...(await othersIn(client, schema)).map((other) => `--exclude-table=${other}`),
          `--snapshot=${rows[0]?.snapshot ?? ''}`,
          `--file=${file}`,
        ]);
        return head;
      }),

    missing: () =>
      connected(setting, async (client) => {
        const version = await versionOf(client);
        const missing: PostgresProgram[] = [];
        for (const program of ['pg_dump', 'pg_restore'] as const)
          if ((await postgresProgram(program, version)) === null) missing.push(program);
        return missing.length === 0 ? null : `${missing.join(' and ')} of PostgreSQL ${version}`;
      }),

    isEmpty: () =>
      connected(
        setting,
        async (client) =>
          !(await isAside(client)) && (await objectsIn(client, schema)).length === 0,
      ),

    users: () =>
      connected(setting, async (client) => {
        // A connection that has just been closed, such as our last one, is listed for a moment longer.
        for (let look = 1; ; look += 1) {
          const sessions = await otherSessions(client);
          if (sessions.length === 0 || look === LOOKS) return sessions;
          await pause(PAUSE_MILLISECONDS);
        }
      }),

    restore: (file, head) =>
      direct(async (client) => {
        const version = await versionOf(client);
        const run = (...args: string[]) => runPostgresProgram('pg_restore', setting, version, args);
        const listed = await run('--list', file);
        requireSchema(LOG_TABLE.exec(listed)?.[1], name);
        const list = `${file}.list`;
        const isOurs = (line: string) => !OF_THE_DATABASE.test(line);
        await writeFile(list, listed.split('\n').filter(isOurs).join('\n'));

        await putBack(client, schema);
        const grants = await grantsIn(client, schema);
        await putAside(client, schema);
        try {
          await run(
            '--exit-on-error',
            '--single-transaction',
            '--no-owner',
            '--no-privileges',
            `--use-list=${list}`,
            `--dbname=${setting.database}`,
            file,
          );
          requireHead(await headOf(client, schema), head);
          await keepInstallation(client, schema);
          await giveGrants(client, schema, grants);
        } catch (error) {
          await putBack(client, schema);
          throw error;
        }
        await client.query(`drop schema ${ASIDE} cascade`);
      }),

    isUnfinished: () => connected(setting, isAside),
    undo: () => direct((client) => putBack(client, schema)),
  };
}

/**
 * What `pg_dump` and a restoration set for their session, such as an empty search path, a pool in transaction mode would
 * hand on to whoever comes next, and the site would find no tables.
 */
async function requireDirect(client: Client): Promise<void> {
  if (!(await isPooled(client))) return;
  throw new CommandFailure(
    'DATABASE_POOLED',
    'A pool such as PgBouncer is between this machine and the database. A backup through it would break the sessions ' +
      'that others have of it.',
    'Name the server itself for this command: DATABASE_URL=postgres://… npm run backup',
  );
}

function requireSchema(found: string | undefined, schema: string): void {
  if (found === undefined || found === schema) return;
  throw new CommandFailure(
    'OTHER_SCHEMA',
    `This is a backup of the schema ${found}, but DATABASE_URL names ${schema}.`,
    found === 'public'
      ? 'Leave the schema out of DATABASE_URL, and run the command again.'
      : `Add ?schema=${found} to DATABASE_URL, and run the command again.`,
  );
}

async function versionOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  return rows[0]?.version ?? 0;
}

async function isAside(client: Client): Promise<boolean> {
  const { rows } = await client.query('select from pg_namespace where nspname = $1', [ASIDE]);
  return rows.length > 0;
}

/** Everybody's: of a session of another role, a role that is no superuser sees no more than whose it is. */
async function otherSessions(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ pid: number; role: string; program: string | null }>(
    `select pid, usename as role, nullif(application_name, '') as program from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and usename is not null
       and coalesce(backend_type, 'client backend') = 'client backend' order by pid`,
  );
  return rows.map(({ pid, role, program }) =>
    program === null ? `${role} (session ${pid})` : `${role} with ${program} (session ${pid})`,
  );
}

/** Moves what is there, so that it is back in an instant where the restoration fails. */
async function putAside(client: Client, schema: string): Promise<void> {
  try {
    await inTransaction(client, async () => {
      await client.query(`create schema ${ASIDE}`);
      await moveObjects(client, schema, ASIDE);
    });
  } catch (cause) {
    throw new CommandFailure(
      'RESTORE_NOT_ALLOWED',
      `The database user may not put a backup in the place of what is there: ${(cause as Error).message}.`,
      'Let it make a schema, and own its tables: grant create on database NAME to USER; reassign owned by OTHER to USER.',
      { cause },
    );
  }
}

/** What belongs to an installation stays what it was there: a backup may be another one's. */
async function keepInstallation(client: Client, schema: string): Promise<void> {
  // A backup of an older release has no such table, and so may what it takes the place of.
  if (!(await isThere(client, `${schema}.installation`))) return;
  await client.query(`delete from ${schema}.installation`);
  if (!(await isThere(client, `${ASIDE}.installation`))) return;
  await client.query(
    `insert into ${schema}.installation (id, public_url) select id, public_url from ${ASIDE}.installation`,
  );
}

/** Undoes `putAside`; also after a restoration that was broken off. */
async function putBack(client: Client, schema: string): Promise<void> {
  if (!(await isAside(client))) return;
  await inTransaction(client, async () => {
    await dropObjects(client, schema);
    await moveObjects(client, ASIDE, schema);
    await client.query(`drop schema ${ASIDE} cascade`);
  });
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  await client.query('commit');
}

async function headOf(client: Client, schema: string): Promise<LogHead> {
  const { rows } = await client.query<{ sequence: number; chain_hash: Sha256 }>(
    `select sequence::float8 as sequence, chain_hash from ${schema}.publications
     order by publications.sequence desc limit 1`,
  );
  const [row] = rows;
  return { sequence: (row?.sequence ?? 0) as Sequence, chainHash: row?.chain_hash ?? GENESIS };
}
