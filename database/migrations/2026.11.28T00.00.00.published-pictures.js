'use strict';

/**
 * Remembers what each file of the media library was published as, so that a text with a picture can be published again
 * where the original is gone: with a disk that does not outlive a deployment.
 */
module.exports = {
  async up(knex) {
    if (await knex.schema.hasTable('published_pictures')) return;
    await knex.schema.createTable('published_pictures', (table) => {
      table.integer('library_id').notNullable().primary();
      table.text('library_row').notNullable();
      table.text('picture').notNullable();
    });
  },
};
