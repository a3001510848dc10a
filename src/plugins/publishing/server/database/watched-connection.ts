import type { Knex } from 'knex';
import { CommitError } from './failure';

type Container = (trx: Knex.Transaction) => unknown;

/** The part of Knex's client that is changed here: Knex asks it for each transaction and each connection. */
interface Client {
  transaction(container: Container, config: unknown, outer: unknown): unknown;
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: { inTransaction?: boolean; exec?(sql: string): void }): unknown;
  on(event: 'query-error' | 'query-response', listener: (first: unknown) => void): void;
}

/** Told of what happens on the connection. */
export interface ConnectionListener {
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
export function watchConnection(connection: Knex, listener: ConnectionListener): void {
  const client = connection.client as Client;
  const transaction = client.transaction.bind(client);
  const acquireConnection = client.acquireConnection.bind(client);
  const releaseConnection = client.releaseConnection.bind(client);

  client.transaction = (container, config, outer) =>
    transaction(
      (trx) => container(outer ? trx : withConfirmedCommit(trx, listener)),
      config,
      outer,
    );
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
