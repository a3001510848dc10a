'use strict';

/**
 * Makes the table of what belongs to this installation and to no copy of its database: a plain one, as the log is. Its
 * one row is written by the authoring process whenever that begins to listen, and read by content APIs elsewhere.
 */
module.exports = {
  async up(knex) {
    if (await knex.schema.hasTable('installation')) return;
    await knex.schema.createTable('installation', (table) => {
      table.integer('id').notNullable().primary();
      table.text('public_url').notNullable();
    });
  },
};
