import { Client, DatabaseError, type QueryResultRow } from 'pg';

const CONNECT_TIMEOUT_MILLISECONDS = 5_000;

/** What a session is opened with. */
export interface SessionOptions {
  /** `postgres://…` */
  readonly url: string;
  /** Far above what a question takes: only a connection that hangs takes longer. */
  readonly longestReadMilliseconds: number;
  /** Run on each new connection, before what it was opened for. */
  readonly onOpened?: (client: Client) => void;
  /** Told of each notification on a channel that the connection listens on. */
  readonly onNotification?: () => void;
  /** Told when the connection broke by itself, so that nothing is heard any more until something is asked. */
  readonly onLost?: () => void;
}

/**
 * One connection to PostgreSQL that comes back: it is opened when something is asked, and when it breaks or hangs it is
 * given up, and the next question opens another. What is asked meanwhile fails; who asks tries again when it suits them.
 */
export class PostgresSession {
  #client: Client | null = null;
  #connected: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(private readonly options: SessionOptions) {}

  /** @throws what PostgreSQL or the connection says; an error where the session was closed. */
  async query<Row extends QueryResultRow>(
    statement: string,
    values: readonly (string | number)[] = [],
  ): Promise<readonly Row[]> {
    const client = this.#open();
    try {
      await this.#connected;
      const { rows } = await client.query<Row>(statement, [...values]);
      return rows;
    } catch (error) {
      // A statement that is refused leaves the connection as it was.
      if (!(error instanceof DatabaseError)) this.#giveUp(client);
      throw error;
    }
  }

  /** Ends the connection for good, and what is being asked with it; may be called again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const client = this.#client;
    this.#client = null;
    if (client === null) return;
    // The driver (8.23) never ends a connection that it is told to end while it opens it.
    await this.#connected.catch(() => undefined);
    await client.end();
  }

  #open(): Client {
    // A question that comes behind the end would open a connection that nobody ends, and the process would never end.
    if (this.#isClosed) throw new Error('The reader was closed.');
    if (this.#client !== null) return this.#client;
    const client = new Client({
      connectionString: this.options.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS,
      query_timeout: this.options.longestReadMilliseconds,
      keepAlive: true,
    });
    // Told also where nobody asks at the moment.
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', () => this.options.onNotification?.());
    this.#client = client;
    this.#connected = client.connect();
    // Whoever asks awaits it. Where it was given up meanwhile, nobody does.
    this.#connected.catch(() => this.#giveUp(client));
    this.options.onOpened?.(client);
    return client;
  }

  #lose(client: Client): void {
    const isNews = this.#client === client;
    this.#giveUp(client);
    if (isNews) this.options.onLost?.();
  }

  #giveUp(client: Client): void {
    if (this.#client === client) this.#client = null;
    // Not waited for: a connection that hangs does not end either. One that never was opened has nothing to end.
    void client.end().catch(() => undefined);
  }
}
