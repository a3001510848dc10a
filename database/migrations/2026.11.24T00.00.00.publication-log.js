'use strict';

/**
 * Makes the publication log: a plain table, which Strapi's schema sync and its data transfer leave alone (a content
 * type's rows are deleted by `strapi import`). Content is `text`, not jsonb: its bytes are what was hashed.
 * The triggers that keep anyone from changing an entry are set up at each start, since a table rebuild on SQLite
 * drops them: see src/plugins/publishing/server/record/immutability.ts.
 */
module.exports = {
  async up(knex) {
    if (await knex.schema.hasTable('publications')) return;
    await knex.schema.createTable('publications', (table) => {
      table.bigInteger('sequence').notNullable().primary();
      table.string('time', 24).notNullable();
      table.string('kind', 16).notNullable();
      table.string('type', 64);
      table.string('document_id', 64);
      table.string('locale', 35);
      table.integer('revision');
      table.integer('schema_version');
      table.string('content_hash', 64);
      table.text('content');
      table.text('detail').notNullable();
      table.string('chain_hash', 64).notNullable().unique();
      table.index(['type', 'document_id', 'locale', 'sequence'], 'publications_document_index');
    });
  },
};
