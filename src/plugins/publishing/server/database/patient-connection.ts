import type { Database, Statement } from 'better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';

/** As long as Strapi waits for a connection to PostgreSQL. */
const LONGEST_WAIT_MILLISECONDS = 20_000;
const PAUSE_MILLISECONDS = 20;

/** What Knex asks of a statement, and waits for. */
type Asked = 'all' | 'run';

/**
 * Lets SQLite's connection wait for another program that writes without keeping everybody else waiting: SQLite itself
 * waits within the driver, and nobody in this process is answered meanwhile.
 *
 * @param connection whose statements Knex runs; what they give may be a promise from now on.
 */
export function waitPatiently(connection: Database): void {
  connection.pragma('busy_timeout = 0');
  const prepare = connection.prepare.bind(connection);
  const patient = (sql: string) => {
    const statement = prepare(sql);
    return {
      reader: statement.reader,
      all: (bindings: unknown[]) => asked(statement, 'all', bindings),
      run: (bindings: unknown[]) => asked(statement, 'run', bindings),
    };
  };
  Object.assign(connection, { prepare: patient });
}

/** At once where it can be had at once, as ever; otherwise when it can. */
function asked(statement: Statement, how: Asked, bindings: unknown[]): unknown {
  try {
    return statement[how](bindings);
  } catch (error) {
    if (!isBusy(error)) throw error;
    return askedAgain(statement, how, bindings);
  }
}

async function askedAgain(statement: Statement, how: Asked, bindings: unknown[]): Promise<unknown> {
  for (let waited = PAUSE_MILLISECONDS; ; waited += PAUSE_MILLISECONDS) {
    await pause(PAUSE_MILLISECONDS);
    try {
      return statement[how](bindings);
    } catch (error) {
      if (!isBusy(error) || waited >= LONGEST_WAIT_MILLISECONDS) throw error;
    }
  }
}

/** Not SQLITE_BUSY_SNAPSHOT: a transaction that began by reading waits for that in vain. */
function isBusy(error: unknown): boolean {
  return (error as { code?: string }).code === 'SQLITE_BUSY';
}
