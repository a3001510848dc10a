import type { Knex } from 'knex';
import { isPostgres } from './log';

const REFUSAL = 'Entries of the publication log are never changed or deleted.';

/**
 * Makes the database itself refuse to change or delete an entry of the log. Run at each start: it sets up again what
 * is missing, since a rebuild of the table on SQLite drops its triggers.
 */
export async function protectLog(connection: Knex): Promise<void> {
  if (!isPostgres(connection)) {
    for (const statement of SQLITE) await connection.raw(statement);
    return;
  }
  // A role that only appends may not make triggers, and need not.
  const { rows } = await connection.raw<{ rows: { tgname: string }[] }>(
    "select tgname from pg_trigger where tgrelid = 'publications'::regclass and tgenabled <> 'D'",
  );
  const present = rows.map(({ tgname }) => tgname);
  if (POSTGRES_TRIGGERS.every((name) => present.includes(name))) return;
  for (const statement of POSTGRES) await connection.raw(statement);
}

/**
 * Whether the role that this process runs as could take the triggers away, or the table: as a superuser, or as the owner
 * of the table, its schema or the database. False on SQLite, where whoever writes the file can.
 */
export async function mayRewriteLog(connection: Knex): Promise<boolean> {
  if (!isPostgres(connection)) return false;
  const { rows } = await connection.raw<{ rows: { may: boolean }[] }>(
    `select pg_has_role(relowner, 'usage') or pg_has_role(nspowner, 'usage') or pg_has_role(datdba, 'usage') as may
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
       join pg_database on datname = current_database()
     where pg_class.oid = 'publications'::regclass`,
  );
  return rows[0]?.may === true;
}

const POSTGRES_TRIGGERS = ['publications_immutable', 'publications_not_truncated'];

const POSTGRES = [
  `create or replace function publications_refuse_change() returns trigger language plpgsql as
   $$ begin raise exception '${REFUSAL}'; end $$`,
  `create or replace trigger publications_immutable before update or delete on publications
   for each row execute function publications_refuse_change()`,
  `create or replace trigger publications_not_truncated before truncate on publications
   for each statement execute function publications_refuse_change()`,
  ...POSTGRES_TRIGGERS.map((name) => `alter table publications enable trigger ${name}`),
];

const SQLITE = [
  ...['update', 'delete'].map(
    (action) =>
      `create trigger if not exists publications_no_${action} before ${action} on publications
       begin select raise(abort, '${REFUSAL}'); end`,
  ),
  // INSERT OR REPLACE deletes what stands in its way without the trigger on DELETE (unless "recursive_triggers" is on).
  `create trigger if not exists publications_no_replace before insert on publications
   when exists (select 1 from publications where sequence = new.sequence or chain_hash = new.chain_hash)
   begin select raise(abort, '${REFUSAL}'); end`,
];
