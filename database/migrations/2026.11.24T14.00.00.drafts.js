'use strict';

/**
 * Makes the tables behind previews, plain ones as the log is. `drafts` holds what an editor has saved and nobody has
 * published, for holders of a preview key alone; a content API in another process reads it there, since it never reads
 * Strapi's tables. `preview_secret` has one row, which Strapi writes at its first start.
 */
module.exports = {
  async up(knex) {
    if (!(await knex.schema.hasTable('drafts'))) {
      await knex.schema.createTable('drafts', (table) => {
        table.integer('version').notNullable().unique();
        table.string('type', 32).notNullable();
        table.string('document_id', 64).notNullable();
        table.string('locale', 35).notNullable();
        table.integer('schema_version');
        table.text('content');
        table.text('media');
        table.unique(['type', 'document_id', 'locale']);
      });
    }
    if (!(await knex.schema.hasTable('preview_secret'))) {
      await knex.schema.createTable('preview_secret', (table) => {
        table.integer('id').notNullable().primary();
        table.string('secret', 64).notNullable();
      });
    }
  },
};
