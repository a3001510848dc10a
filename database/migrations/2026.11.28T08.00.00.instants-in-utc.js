'use strict';

/**
 * Turns what Strapi wrote into its columns of PostgreSQL from the zone of this process, in which an older release kept
 * it, into UTC (src/postgres/instants.ts). Our own tables have their times as text, with the zone; SQLite has numbers.
 */
module.exports = {
  async up(knex) {
    if (knex.client.dialect !== 'postgresql') return;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone === 'UTC') return;
    const { rows: known } = await knex.raw('select from pg_timezone_names where name = ?', [zone]);
    // One that the server does not know cannot be turned; a start that fails would be worse than rows some hours off.
    if (known.length === 0) return;
    const { rows } = await knex.raw(
      `select relname as name, array_agg(attname::text) as columns
       from pg_class join pg_attribute on attrelid = pg_class.oid
       where relnamespace = current_schema()::regnamespace and relkind = 'r' and pg_has_role(relowner, 'usage')
         and relname not like 'strapi_migrations%' and atttypid = 'timestamp'::regtype and not attisdropped
       group by relname`,
    );
    for (const { name, columns } of rows) {
      const sets = columns.map(() => `?? = ?? at time zone ? at time zone 'UTC'`).join(', ');
      const bindings = columns.flatMap((column) => [column, column, zone]);
      await knex.raw(`update ?? set ${sets}`, [name, ...bindings]);
    }
  },
};
