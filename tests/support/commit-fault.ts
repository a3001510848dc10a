import type { Hub } from './hub';

/** How a COMMIT fails: by a constraint that is looked at only then, or as on a disk that is full. */
export type CommitFault = 'constraint' | 'full disk';

/**
 * Makes every COMMIT fail of a transaction that has written to the log or to the drafts. PostgreSQL can be made to say
 * what it says on a full disk; SQLite cannot.
 */
export async function breakCommits(hub: Hub, fault: CommitFault): Promise<void> {
  const { strapi } = hub;
  if (hub.kind === 'SQLite') {
    await strapi.sql('create table parents (id integer primary key)');
    await strapi.sql(
      'create table broken (id integer references parents (id) deferrable initially deferred)',
    );
    for (const [name, event] of SQLITE_EVENTS) {
      await strapi.sql(
        `create trigger ${name} after ${event} begin insert into broken values (1); end`,
      );
    }
    return;
  }
  const code = fault === 'full disk' ? '53100' : '23514';
  await strapi.sql(
    `create or replace function broken() returns trigger language plpgsql as
     $$ begin raise exception 'broken on purpose' using errcode = '${code}'; end $$`,
  );
  for (const table of TABLES) {
    await strapi.sql(
      `create constraint trigger broken after insert or update on ${table}
       deferrable initially deferred for each row execute function broken()`,
    );
  }
}

export async function mendCommits({ kind, strapi }: Hub): Promise<void> {
  if (kind === 'SQLite') {
    for (const [name] of SQLITE_EVENTS) await strapi.sql(`drop trigger ${name}`);
    for (const table of ['broken', 'parents']) await strapi.sql(`drop table ${table}`);
  } else {
    for (const table of TABLES) await strapi.sql(`drop trigger broken on ${table}`);
  }
}

const TABLES = ['publications', 'drafts'];
const SQLITE_EVENTS = [
  ['broken_log', 'insert on publications'],
  ['broken_draft', 'insert on drafts'],
  ['broken_saved_draft', 'update on drafts'],
] as const;
