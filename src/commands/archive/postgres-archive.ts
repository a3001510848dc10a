import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { GENESIS, type Sequence, type Sha256 } from '../../publications/publication';
import type { LogHead } from '../../publications/reader';
import { CommandFailure } from '../command-failure';
import type { DatabaseArchive } from './database-archive';
import { requireHead } from './head';
import { runPostgresProgram } from './postgres-programs';

/** Holds what was there while a backup takes its place. */
const ASIDE = 'before_restore';
const CONNECT_TIMEOUT_SECONDS = 5;
const LOOKS = 10;
const PAUSE_MILLISECONDS = 100;

/** @param url `postgres://…` of a database that is the project's alone. */
export function postgresArchive(url: string): DatabaseArchive {
  return {
    dump: (file) =>
      connected(url, (sql) =>
        sql.begin('isolation level repeatable read read only', async (transaction) => {
          // pg_dump reads in this transaction's snapshot, so that the log it dumps ends where we say.
          const [row] = await transaction<{ snapshot: string }[]>`
            select pg_export_snapshot() as snapshot`;
          const head = await headOf(transaction);
          const snapshot = row?.snapshot ?? '';
          const args = ['--format=custom', '--no-owner', '--no-privileges'];
          await runPostgresProgram('pg_dump', url, [
            ...args,
            `--snapshot=${snapshot}`,
            `--file=${file}`,
          ]);
          return head;
        }),
      ),

    isEmpty: () =>
      connected(url, async (sql) => {
        const [row] = await sql<{ tables: number }[]>`
          select count(*)::int as tables from pg_tables where schemaname in ('public', ${ASIDE})`;
        return row?.tables === 0;
      }),

    isInUse: () =>
      connected(url, async (sql) => {
        // A connection that has just been closed, such as our last one, is listed for a moment longer.
        for (let look = 0; look < LOOKS; look += 1) {
          if ((await otherConnections(sql)) === 0) return false;
          await pause(PAUSE_MILLISECONDS);
        }
        return true;
      }),

    restore: (file, head) =>
      connected(url, async (sql) => {
        await putBack(sql);
        await putAside(sql);
        try {
          const args = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges'];
          await runPostgresProgram('pg_restore', url, [...args, file]);
          requireHead(await headOf(sql), head);
        } catch (error) {
          await putBack(sql);
          throw error;
        }
        await sql`drop schema ${sql(ASIDE)} cascade`;
      }),

    isUnfinished: () => connected(url, isAside),
    undo: () => connected(url, putBack),
  };
}

async function isAside(sql: Sql): Promise<boolean> {
  const [row] = await sql`select 1 from pg_namespace where nspname = ${ASIDE}`;
  return row !== undefined;
}

async function otherConnections(sql: Sql): Promise<number> {
  const [row] = await sql<{ others: number }[]>`
    select count(*)::int as others from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
  return row?.others ?? 0;
}

/** Renames what is there, so that it is back in an instant where the restoration fails. */
async function putAside(sql: Sql): Promise<void> {
  try {
    await sql.begin(async (transaction) => {
      await transaction`alter schema public rename to ${sql(ASIDE)}`;
      await transaction`create schema public`;
      await transaction`grant usage on schema public to public`;
    });
  } catch (cause) {
    throw new CommandFailure(
      'RESTORE_NOT_ALLOWED',
      `The database user may not put a backup in the place of what is there: ${(cause as Error).message}.`,
      'Let it own the database and its schema: alter database NAME owner to USER; alter schema public owner to USER.',
      { cause },
    );
  }
}

/** Undoes `putAside`; also after a restoration that was broken off. */
async function putBack(sql: Sql): Promise<void> {
  if (!(await isAside(sql))) return;
  await sql.begin(async (transaction) => {
    await transaction`drop schema public cascade`;
    await transaction`alter schema ${sql(ASIDE)} rename to public`;
  });
}

async function headOf(sql: Sql | TransactionSql): Promise<LogHead> {
  const [row] = await sql<{ sequence: number; chain_hash: Sha256 }[]>`
    select sequence::float8 as sequence, chain_hash from public.publications
    order by publications.sequence desc limit 1`;
  return { sequence: (row?.sequence ?? 0) as Sequence, chainHash: row?.chain_hash ?? GENESIS };
}

async function connected<Result>(
  url: string,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    onnotice: () => undefined,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: CONNECT_TIMEOUT_SECONDS });
  }
}
