import createKnex, { type Knex } from 'knex';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LogRow } from '../../src/publications/row';
import { driveKnex } from '../../src/sqlite/driver';

const ROWS_PER_INSERT = 50;

/** A database that has the publication log's table and that of the keys, for tests that append to it without Strapi. */
export class LogDatabase {
  private constructor(
    readonly knex: Knex,
    private readonly isPostgres: boolean,
  ) {}

  /** @param target a file for SQLite, `postgres://…` for PostgreSQL. */
  static async open(target: string): Promise<LogDatabase> {
    const isPostgres = target.startsWith('postgres://');
    driveKnex();
    const knex = isPostgres
      ? createKnex({ client: 'pg', connection: target, pool: { min: 0, max: 2 } })
      : createKnex({
          client: 'better-sqlite3',
          connection: { filename: target },
          useNullAsDefault: true,
        });
    if (!isPostgres) await knex.raw('pragma journal_mode = wal');
    // The application's own migrations, so that the tables tested are the tables used.
    const migrations = path.join(__dirname, '../../database/migrations');
    for (const name of (await readdir(migrations)).sort()) {
      const { up } = (await import(path.join(migrations, name))) as {
        up: (knex: Knex) => Promise<void>;
      };
      await up(knex);
    }
    return new LogDatabase(knex, isPostgres);
  }

  /** Appends in one transaction, and tells PostgreSQL's listeners as the recorder does. */
  async append(rows: readonly LogRow[]): Promise<void> {
    await this.knex.transaction(async (trx) => {
      for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
        await trx('publications').insert(rows.slice(start, start + ROWS_PER_INSERT));
      }
      if (this.isPostgres) await trx.raw("select pg_notify('publications', '')");
    });
  }

  /** What restoring an older backup does to the log. */
  async truncateAfter(sequence: number): Promise<void> {
    await this.knex('publications').where('sequence', '>', sequence).delete();
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }
}
