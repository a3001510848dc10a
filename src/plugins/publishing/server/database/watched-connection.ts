import type { Knex } from 'knex';
import { CommitError } from './failure';
import { WriterBusyError, type Applicant, type WriterQueue } from './writer-queue';

type Container = (trx: Knex.Transaction) => unknown;

/** The part of Knex's client that is changed here: Knex asks it for each transaction and each connection. */
interface Client {
  transaction(container: Container, config: unknown, outer: unknown): Promise<unknown>;
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: { inTransaction?: boolean; exec?(sql: string): void }): unknown;
  on(event: 'query-error' | 'query-response', listener: (first: unknown) => void): void;
}

/** Told of what happens on the connection. */
export interface ConnectionListener {
  /** Who is about to write to the log; null where nobody is known to. */
  writer(): Applicant | null;
  /** A statement, a COMMIT or an attempt to connect failed. */
  failed(error: unknown): void;
  /** A statement was answered. */
  answered(): void;
  /** An outermost transaction was committed. */
  committed(): void;
}

/**
 * Makes an outermost transaction fail whose COMMIT fails, whoever opened it. Knex (3.0) resolves `commit()` all the same,
 * so that Strapi answers "saved" and runs what waits for the commit; only `executionPromise` rejects.
 *
 * On SQLite a failed COMMIT leaves the transaction open, and with the one connection that there is, its rows would be read
 * and committed by whoever comes next: it is rolled back as the connection is given back.
 */
export function watchConnection(
  connection: Knex,
  listener: ConnectionListener,
  queue: WriterQueue,
): void {
  const client = connection.client as Client;
  const transaction = client.transaction.bind(client);
  const acquireConnection = client.acquireConnection.bind(client);
  const releaseConnection = client.releaseConnection.bind(client);

  client.transaction = (container, config, outer) => {
    if (outer) return transaction(container, config, outer);
    const begin = () =>
      transaction((trx) => container(withConfirmedCommit(trx, listener)), config, outer);
    const writer = listener.writer();
    if (writer === null) return begin();
    const written = queue.turn(writer, begin);
    // Knex looks at what comes of a transaction only until it has begun.
    return written.catch((error: unknown) => {
      if (error instanceof WriterBusyError) listener.failed(error);
      throw error;
    });
  };
  client.acquireConnection = () =>
    acquireConnection().catch((error: unknown) => {
      listener.failed(error);
      throw error;
    });
  client.releaseConnection = (raw) => {
    if (raw.inTransaction) raw.exec?.('rollback');
    return releaseConnection(raw);
  };
  client.on('query-error', (error) => listener.failed(error));
  client.on('query-response', () => listener.answered());
}

function withConfirmedCommit(
  trx: Knex.Transaction,
  listener: ConnectionListener,
): Knex.Transaction {
  const commit = trx.commit.bind(trx);
  const confirmed = async (value?: unknown) => {
    await commit(value);
    try {
      await trx.executionPromise;
    } catch (cause) {
      const error = new CommitError(cause);
      listener.failed(error);
      throw error;
    }
    listener.committed();
  };
  return Object.assign(trx, { commit: confirmed });
}
