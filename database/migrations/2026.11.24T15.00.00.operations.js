'use strict';

/** Makes the table of registered operations: a plain one, as that of the keys is, and for the same reason. */
module.exports = {
  async up(knex) {
    if (await knex.schema.hasTable('operations')) return;
    await knex.schema.createTable('operations', (table) => {
      table.integer('version').notNullable().unique();
      table.string('name', 64).notNullable();
      table.string('hash', 64).notNullable();
      table.text('text').notNullable();
      table.string('registered_at', 24).notNullable();
      table.unique(['name', 'hash']);
    });
  },
};
