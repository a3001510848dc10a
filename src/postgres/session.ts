import { Client, DatabaseError, type QueryResultRow } from 'pg';
import { clientOptions } from './client-options';
import { isPooled } from './connected';
import type { PostgresSetting } from './setting';

const CONNECT_TIMEOUT_MILLISECONDS = 5_000;

/** SQLSTATE of a statement that a hot standby refuses. */
const IN_RECOVERY = '25006';

/** What a session is opened with. */
export interface SessionOptions {
  readonly setting: PostgresSetting;
  /** Far above what a question takes: only a connection that hangs takes longer. */
  readonly longestReadMilliseconds: number;
  /** What to listen on, from before the first question on. */
  readonly listening?: Listening;
}

export interface Listening {
  readonly channel: string;
  /** Called at each notification, and when the connection broke, since nothing is heard until something is asked. */
  readonly onChange: () => void;
  /** Told of each connection that does not listen: a hot standby refuses it, and a pool would pass nothing on. */
  readonly onRefused: (cause: unknown) => void;
}

/**
 * One connection to PostgreSQL that comes back: it is opened when something is asked, and when it breaks or hangs it is
 * given up, and the next question opens another. What is asked meanwhile fails; who asks tries again when it suits them.
 */
export class PostgresSession {
  #client: Client | null = null;
  #opened: Promise<unknown> = Promise.resolve();
  #ready: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(private readonly options: SessionOptions) {}

  /** @throws what PostgreSQL or the connection says; an error where the session was closed. */
  async query<Row extends QueryResultRow>(
    statement: string,
    values: readonly (string | number)[] = [],
  ): Promise<readonly Row[]> {
    const client = this.#open();
    try {
      await this.#ready;
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
    await this.#opened.catch(() => undefined);
    await client.end();
  }

  #open(): Client {
    // A question that comes behind the end would open a connection that nobody ends, and the process would never end.
    if (this.#isClosed) throw new Error('The reader was closed.');
    if (this.#client !== null) return this.#client;
    const client = new Client({
      ...clientOptions(this.options.setting),
      connectionTimeoutMillis: CONNECT_TIMEOUT_MILLISECONDS,
      query_timeout: this.options.longestReadMilliseconds,
    });
    // Told also where nobody asks at the moment.
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', () => this.options.listening?.onChange());
    this.#client = client;
    this.#opened = client.connect();
    // What is committed until it listens the first question sees, and what comes later is told.
    this.#ready = this.#opened.then(() => this.#listen(client));
    // Whoever asks awaits it. Where it was given up meanwhile, nobody does.
    this.#ready.catch(() => this.#giveUp(client));
    return client;
  }

  async #listen(client: Client): Promise<void> {
    const { listening } = this.options;
    if (listening === undefined) return;
    try {
      if (await isPooled(client)) {
        listening.onRefused(new Error('There is a pool in front, which passes nothing on.'));
        return;
      }
      await client.query(`listen ${listening.channel}`);
    } catch (cause) {
      if (!(cause instanceof DatabaseError) || cause.code !== IN_RECOVERY) throw cause;
      listening.onRefused(cause);
    }
  }

  #lose(client: Client): void {
    const isNews = this.#client === client;
    this.#giveUp(client);
    if (isNews) this.options.listening?.onChange();
  }

  #giveUp(client: Client): void {
    if (this.#client === client) this.#client = null;
    // Not waited for: a connection that hangs does not end either. One that never was opened has nothing to end.
    void client.end().catch(() => undefined);
  }
}
