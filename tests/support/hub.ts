import request from 'supertest';
import { contentTypeNames } from '../../src/publications/content';
import type { Publication, Sequence } from '../../src/publications/publication';
import type { LogReader } from '../../src/publications/reader';
import { publicationOf } from '../../src/publications/row';
import { openLog } from './log-reader';
import { createDatabase, type TestDatabase } from './postgres';
import { appFolder, StrapiProcess, type AppFolder } from './strapi';
import { until } from './until';

export type DatabaseKind = 'SQLite' | 'PostgreSQL';

/** Both databases, or SQLite alone where the machine has no PostgreSQL. */
export { databaseKinds } from './postgres';

/** A whole application on a database of its own: Strapi, the log, and the answers. */
export class Hub {
  strapi!: StrapiProcess;
  #reader: LogReader | null = null;

  private constructor(
    readonly kind: DatabaseKind,
    readonly folder: AppFolder,
    readonly database: TestDatabase | null,
  ) {}

  static async start(kind: DatabaseKind, env: Record<string, string> = {}): Promise<Hub> {
    const hub = await Hub.unstarted(kind);
    await hub.boot(env);
    return hub;
  }

  /** A hub whose database is empty, and whose Strapi is not booted yet. */
  static async unstarted(kind: DatabaseKind): Promise<Hub> {
    const database = kind === 'PostgreSQL' ? await createDatabase() : null;
    return new Hub(kind, await appFolder(), database);
  }

  /** Boots Strapi (again) on the same database. */
  async boot(env: Record<string, string> = {}, project?: string): Promise<void> {
    this.strapi = await StrapiProcess.start(this.folder, this.database?.url, env, project);
    this.#reader ??= openLog(this.folder, this.database?.url);
  }

  get reader(): LogReader {
    if (!this.#reader) throw new Error('The hub has not been booted.');
    return this.#reader;
  }

  /** Every publication behind a sequence, content changes only unless told otherwise. */
  async publicationsAfter(sequence: number): Promise<Publication[]> {
    const rows = await this.reader.readAfter(sequence as Sequence, 10_000);
    return rows.map(publicationOf);
  }

  async head(): Promise<number> {
    return (await this.reader.head()).sequence;
  }

  /** Asks the content API, once it has folded in everything that the log holds. */
  async answer<Data>(query: string, variables: object = {}): Promise<Data> {
    const text = await this.bytes(query, variables);
    const body = JSON.parse(text) as { data?: Data; errors?: unknown[] };
    if (body.errors || !body.data) throw new Error(`Not answered: ${text}`);
    return body.data;
  }

  /** The answer's bytes, as text. */
  async bytes(query: string, variables: object = {}): Promise<string> {
    await this.settled();
    const response = await request(this.strapi.url)
      .post('/graphql')
      .set('Accept', 'application/graphql-response+json')
      .send({ query, variables });
    return response.text;
  }

  /** Waits until the content API's edition is the log's end. */
  async settled(url: string = this.strapi.url): Promise<void> {
    const { chainHash } = await this.reader.head();
    await until(async () => {
      const response = await request(url).get('/readyz');
      return response.headers['content-edition'] === chainHash;
    });
  }

  /** How many published rows Strapi's own tables hold. */
  async publishedRowCount(): Promise<number> {
    let count = 0;
    for (const type of contentTypeNames) {
      count += await this.strapi.ask<number>('query', {
        uid: `api::${type}.${type}`,
        method: 'count',
        params: { where: { publishedAt: { $notNull: true } } },
      });
    }
    return count;
  }

  async stop(): Promise<void> {
    await this.strapi.stop();
    await this.#reader?.close();
    await this.database?.drop();
    await this.folder.remove();
  }
}
