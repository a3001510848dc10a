'use strict';

/**
 * Makes the table of keys: a plain one, as the log is, since Strapi's data transfer deletes the rows of every content
 * type, and an import must not lock every frontend out. A key itself is never stored, only its hash.
 */
module.exports = {
  async up(knex) {
    if (await knex.schema.hasTable('keys')) return;
    await knex.schema.createTable('keys', (table) => {
      table.string('id', 36).notNullable().primary();
      table.string('kind', 16).notNullable();
      table.string('name', 64).notNullable();
      table.string('hash', 64).notNullable().unique();
      table.string('prefix', 16).notNullable();
      table.integer('query_cost_limit');
      table.integer('rate_limit');
      table.boolean('registered_only').notNullable();
      table.string('created_at', 24).notNullable();
      table.string('created_by', 255).notNullable();
      table.string('expires_at', 24);
      table.string('revoked_at', 24);
      table.string('revoked_by', 255);
    });
  },
};
