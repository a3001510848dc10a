'use strict';

/**
 * Lets each entry of the log name its form and the release that wrote it. What was written before has the first form and
 * names no release; its chain hash does not take part in either column. No row is changed: the database fills the
 * columns in as it reads.
 */
module.exports = {
  async up(knex) {
    if (await knex.schema.hasColumn('publications', 'form')) return;
    await knex.schema.alterTable('publications', (table) => {
      table.integer('form').notNullable().defaultTo(1);
      table.string('release', 32);
    });
  },
};
