import postgres from 'postgres';
import type { TableReader } from './table-reader';

const CONNECT_TIMEOUT_SECONDS = 5;
/** Far above what a look at a small table takes; only a connection that hangs takes longer. */
const LONGEST_READ_MILLISECONDS = 5_000;

/**
 * Reads tables on PostgreSQL, over one connection. A read that fails takes it along, and the next one connects anew:
 * once a connection of the driver (3.4.9) breaks while a write is waiting, that client never connects again by itself.
 *
 * @param url `postgres://…`
 */
export function postgresTableReader(url: string): TableReader {
  let client: postgres.Sql | null = null;
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();

  function giveUp(sql: postgres.Sql): void {
    if (client === sql) client = null;
    // Not waited for: a client that hangs does not end either.
    void sql.end({ timeout: 0 }).catch(() => undefined);
  }

  async function ask<Row extends object>(
    statement: string,
    parameters: readonly (string | number)[],
  ): Promise<readonly Row[]> {
    if (isClosed) throw new Error('The reader was closed.');
    const sql = (client ??= postgres(url, {
      max: 1,
      connect_timeout: CONNECT_TIMEOUT_SECONDS,
      // Nothing here is an array. The driver (3.4.9) asks for their types on each new connection, and where that one is
      // given up meanwhile nobody hears of the rejection: it would end the process.
      fetch_types: false,
      onnotice: () => undefined,
    }));
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error('PostgreSQL did not answer in time.')),
        LONGEST_READ_MILLISECONDS,
      );
    });
    try {
      return await Promise.race([sql.unsafe<Row[]>(statement, [...parameters]), tooLong]);
    } catch (error) {
      giveUp(sql);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    // One after the other: a client that is ended while reads wait for one another ends late, or not at all.
    read<Row extends object>(statement: string, ...parameters: readonly (string | number)[]) {
      const asked = last.then(() => ask<Row>(statement, parameters));
      last = asked.catch(() => undefined);
      return asked;
    },

    async close() {
      isClosed = true;
      const sql = client;
      client = null;
      await sql?.end({ timeout: CONNECT_TIMEOUT_SECONDS });
    },
  };
}
