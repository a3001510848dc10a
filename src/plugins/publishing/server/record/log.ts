import type { Knex } from 'knex';
import { CHANNEL } from '../../../../publications/postgres-reader';
import { ENTRY_FORM } from '../../../../publications/entry-form';
import { GENESIS, type Sha256 } from '../../../../publications/publication';
import { chainHashOf, type LogRow } from '../../../../publications/row';
import { LONGEST_WAIT_OF_PROGRAMS } from '../database/writer-queue';

/** An entry as the recorder makes it; all that comes from its place in the log is given by the log. */
export type NewEntry = Omit<LogRow, 'sequence' | 'time' | 'form' | 'release' | 'chain_hash'>;

/** The writing side of the publication log. Every call works in the transaction that it is given. */
export interface Log {
  /** Waits until no other transaction is appending, and keeps others waiting until this transaction ends. */
  lock(trx: Knex.Transaction): Promise<void>;
  append(trx: Knex.Transaction, entries: readonly NewEntry[]): Promise<void>;
}

/** Any constant will do, so long as nothing else in the database locks on it: "kap-log" in ASCII. */
const ADVISORY_LOCK = '30222693190365031';

/**
 * @param clock the present instant; an entry's time is never earlier than that of the entry before it.
 * @param release of this program: each entry names the one that wrote it.
 * @param patience how many milliseconds who writes at this moment waits for another program.
 */
export function publicationLog(clock: () => Date, release: string, patience: () => number): Log {
  // Strapi publishes in bulk with Promise.all inside one transaction. The lock is re-entrant there, so two appends
  // would read the same last sequence: within a transaction they queue.
  const queues = new WeakMap<Knex.Transaction, Promise<void>>();

  return {
    lock: (trx) => lockLog(trx, patience()),

    append(trx, entries) {
      const before = queues.get(trx) ?? Promise.resolve();
      const appended = before.then(() => appendNow(trx, entries, clock, release));
      queues.set(
        trx,
        appended.catch(() => undefined),
      );
      return appended;
    },
  };
}

/**
 * Takes the log's lock. Whatever reads before it appends must take it before it reads, so that what it read still
 * holds; and on SQLite a transaction that began by reading may not write behind another process at all.
 *
 * @param patienceMilliseconds how long to wait for another program that holds it.
 * @throws the database's error where that one holds it for longer.
 */
export async function lockLog(
  trx: Knex.Transaction,
  patienceMilliseconds = LONGEST_WAIT_OF_PROGRAMS,
): Promise<void> {
  if (isPostgres(trx)) {
    await trx.raw(`set local lock_timeout = ${patienceMilliseconds}`);
    await trx.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
    await trx.raw('set local lock_timeout to default');
  } else {
    // A write statement takes SQLite's one write lock at once, also when it touches no row. Without it the
    // transaction begins as a reader and fails as it turns writer behind another process.
    await trx.raw('delete from publications where 0');
  }
}

async function appendNow(
  trx: Knex.Transaction,
  entries: readonly NewEntry[],
  clock: () => Date,
  release: string,
): Promise<void> {
  if (entries.length === 0) return;
  const last = await trx<LogRow>('publications')
    .orderBy('sequence', 'desc')
    .first('sequence', 'time', 'chain_hash');
  let sequence = Number(last?.sequence ?? 0);
  let previous = (last?.chain_hash ?? GENESIS) as Sha256;
  const now = clock().toISOString();
  const time = last && last.time > now ? last.time : now;

  for (const entry of entries) {
    sequence += 1;
    const unchained = { ...entry, sequence, time, form: ENTRY_FORM, release };
    previous = chainHashOf(previous, unchained);
    await trx<LogRow>('publications').insert({ ...unchained, chain_hash: previous });
  }
  // Delivered when the transaction commits, and not at all when it rolls back.
  if (isPostgres(trx)) await trx.raw('select pg_notify(?, ?)', [CHANNEL, String(sequence)]);
}

/** Whether this connection speaks to PostgreSQL; the other database is SQLite. */
export function isPostgres(trx: Knex): boolean {
  return (trx.client as { dialect: string }).dialect === 'postgresql';
}
