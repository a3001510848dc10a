import postgres from 'postgres';
import { GENESIS, type Sequence, type Sha256 } from './publication';
import { originOf, originsStatement } from './origins';
import type { LogReader } from './reader';
import { logRowOf } from './row';

/** PostgreSQL channel on which a committed append is told (`pg_notify` inside the appending transaction). */
export const CHANNEL = 'publications';

const SECOND = 1_000;
const CONNECT_TIMEOUT_SECONDS = 5;
/** Far above what a batch takes; only a connection that hangs takes longer. */
const LONGEST_READ = 20 * SECOND;
/** Reading the log is one process's background work: one connection reads, one listens. */
const CONNECTIONS = 2;

/** SQLSTATE of a statement that a hot standby refuses. */
const IN_RECOVERY = '25006';

type Sql = postgres.Sql;

/**
 * Reads the log on PostgreSQL.
 *
 * A read that fails takes its connections with it, and the next one connects anew, and listens again: once a
 * connection of the driver (3.4.9) breaks while a write is waiting, that client never connects again by itself.
 * On a hot standby LISTEN is refused; the follower then polls.
 *
 * @param url `postgres://…`
 * @param onListenFailure told of each refused LISTEN.
 */
export function postgresReader(url: string, onListenFailure: (cause: unknown) => void): LogReader {
  let client: Sql | null = null;
  let isClosed = false;
  let onChange: (() => void) | null = null;

  function connect(): Sql {
    // A read that comes behind the end would open a connection that nobody ends, and the process would never end.
    if (isClosed) throw new Error('The reader was closed.');
    if (client) return client;
    client = postgres(url, {
      max: CONNECTIONS,
      connect_timeout: CONNECT_TIMEOUT_SECONDS,
      // Nothing here is an array. The driver (3.4.9) asks for their types on each new connection, and where that one is
      // given up meanwhile nobody hears of the rejection: it would end the process.
      fetch_types: false,
      onnotice: () => undefined,
    });
    if (onChange) void listenOn(client, onChange);
    return client;
  }

  async function listenOn(sql: Sql, callback: () => void): Promise<void> {
    try {
      // Called back once it listens, too: what was committed until then was told to nobody.
      await sql.listen(CHANNEL, callback, callback);
    } catch (cause) {
      if (cause instanceof postgres.PostgresError && cause.code === IN_RECOVERY) {
        onListenFailure(cause);
      } else {
        // A connection that broke, or a server that is starting: the next read connects anew, and listens again.
        giveUp(sql);
      }
    }
  }

  function giveUp(sql: Sql): void {
    if (client === sql) client = null;
    // Not waited for: a client that hangs does not end either.
    void sql.end({ timeout: 0 }).catch(() => undefined);
  }

  async function read<Result>(query: (sql: Sql) => Promise<Result>): Promise<Result> {
    const sql = connect();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`PostgreSQL did not answer within ${LONGEST_READ / SECOND} s.`)),
        LONGEST_READ,
      );
    });
    try {
      return await Promise.race([query(sql), tooLong]);
    } catch (error) {
      giveUp(sql);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    head: () =>
      read(async (sql) => {
        const [row] = await sql<{ sequence: Sequence; chain_hash: Sha256 }[]>`
          select sequence::float8 as sequence, chain_hash from publications
          order by publications.sequence desc limit 1`;
        return {
          sequence: row?.sequence ?? (0 as Sequence),
          chainHash: row?.chain_hash ?? GENESIS,
        };
      }),

    chainHashAt: (sequence) =>
      read(async (sql) => {
        const [row] = await sql<{ chain_hash: Sha256 }[]>`
          select chain_hash from publications where sequence = ${sequence}`;
        return row?.chain_hash ?? null;
      }),

    readAfter: (sequence, limit) =>
      read(async (sql) => {
        // Every column: the table of an older release has fewer, that of a newer one has more.
        const rows = await sql`
          select * from publications where sequence > ${sequence} order by sequence limit ${limit}`;
        return rows.map(logRowOf);
      }),

    origins: () =>
      read(async (sql) => {
        const columns = await sql<{ column_name: string }[]>`
          select column_name from information_schema.columns
          where table_schema = any (current_schemas(false)) and table_name = 'publications'`;
        const statement = originsStatement(columns.map(({ column_name: name }) => name));
        const rows = statement === null ? [] : await sql.unsafe(statement);
        return rows.map(originOf);
      }),

    async listen(callback) {
      onChange = callback;
      await listenOn(connect(), callback);
      return () => {
        onChange = null;
        return Promise.resolve();
      };
    },

    async close() {
      isClosed = true;
      onChange = null;
      const sql = client;
      client = null;
      await sql?.end({ timeout: CONNECT_TIMEOUT_SECONDS });
    },
  };
}
