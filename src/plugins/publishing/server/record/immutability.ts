import type { Knex } from 'knex';
import { isPostgres } from './log';

const REFUSAL = 'Entries of the publication log are never changed or deleted.';

/**
 * Makes the database itself refuse to change or delete an entry of the log. Run at each start: it sets up again what
 * is missing, since a rebuild of the table on SQLite drops its triggers.
 */
export async function protectLog(connection: Knex): Promise<void> {
  const statements = isPostgres(connection) ? POSTGRES : SQLITE;
  for (const statement of statements) await connection.raw(statement);
}

const POSTGRES = [
  `create or replace function publications_refuse_change() returns trigger language plpgsql as
   $$ begin raise exception '${REFUSAL}'; end $$`,
  `create or replace trigger publications_immutable before update or delete on publications
   for each row execute function publications_refuse_change()`,
  `create or replace trigger publications_not_truncated before truncate on publications
   for each statement execute function publications_refuse_change()`,
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
