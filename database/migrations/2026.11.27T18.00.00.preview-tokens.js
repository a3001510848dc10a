'use strict';

/**
 * Makes the table of tokens for previews, a plain one as that of the keys is: whoever answers reads there for whom and
 * for what a token is good, and the authoring process goes on checking it. It takes the place of one secret that signed
 * tokens for whole hours and for every draft; those die with it.
 */
module.exports = {
  async up(knex) {
    if (!(await knex.schema.hasTable('preview_tokens'))) {
      await knex.schema.createTable('preview_tokens', (table) => {
        table.string('id', 36).notNullable().primary();
        table.string('hash', 64).notNullable().unique();
        table.string('type', 32).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 35).notNullable();
        table.integer('person').notNullable();
        table.string('created_at', 24).notNullable();
        table.string('expires_at', 24).notNullable();
        table.integer('checks').notNullable();
        table.string('ended_at', 24);
      });
    }
    await knex.schema.dropTableIfExists('preview_secret');
  },
};
