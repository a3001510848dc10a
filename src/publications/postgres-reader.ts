import postgres from 'postgres';
import { GENESIS, type Sequence, type Sha256 } from './publication';
import type { LogReader } from './reader';
import { LOG_COLUMNS, type LogRow } from './row';

/** PostgreSQL channel on which a committed append is told (`pg_notify` inside the appending transaction). */
export const CHANNEL = 'publications';

const CONNECT_TIMEOUT_SECONDS = 5;
/** Between attempts to connect again. The driver's own pauses grow to 20 seconds, too long to miss a publication. */
const RECONNECT_SECONDS = 1;
/** Reading the log is one process's background work: one connection reads, one listens. */
const CONNECTIONS = 2;

/**
 * Reads the log on PostgreSQL.
 *
 * The driver keeps LISTEN alive: it connects again by itself, and calls back at each reconnection, so that what was
 * published while the connection was down is looked for. On a hot standby LISTEN is refused; the follower then polls.
 *
 * @param url `postgres://…`
 * @param onListenFailure told once for each refused LISTEN.
 */
export function postgresReader(url: string, onListenFailure: (cause: unknown) => void): LogReader {
  const sql = postgres(url, {
    max: CONNECTIONS,
    connect_timeout: CONNECT_TIMEOUT_SECONDS,
    backoff: () => RECONNECT_SECONDS,
    onnotice: () => undefined,
  });
  const columns = sql(LOG_COLUMNS.filter((column) => column !== 'sequence'));

  return {
    async head() {
      const [row] = await sql<{ sequence: number; chain_hash: Sha256 }[]>`
        select sequence::float8 as sequence, chain_hash from publications order by publications.sequence desc limit 1`;
      return { sequence: (row?.sequence ?? 0) as Sequence, chainHash: row?.chain_hash ?? GENESIS };
    },
    async chainHashAt(sequence) {
      const [row] = await sql<{ chain_hash: Sha256 }[]>`
        select chain_hash from publications where sequence = ${sequence}`;
      return row?.chain_hash ?? null;
    },
    async readAfter(sequence, limit) {
      return sql<LogRow[]>`
        select sequence::float8 as sequence, ${columns} from publications
        where publications.sequence > ${sequence} order by publications.sequence limit ${limit}`;
    },
    async listen(onChange) {
      try {
        const subscription = await sql.listen(CHANNEL, onChange, onChange);
        return () => subscription.unlisten();
      } catch (cause) {
        onListenFailure(cause);
        return () => Promise.resolve();
      }
    },
    async close() {
      await sql.end({ timeout: CONNECT_TIMEOUT_SECONDS });
    },
  };
}
