// @ts-check

/*
 * What a verdict rests on. A list does not read the verdicts of records that are well, and reports are
 * listed without their findings: both keep the few words that say how much was looked at.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connections', table => {
    table
      .text('told')
      .notNullable()
      .defaultTo('')
      .comment('Clients and secrets that the verdicts tell of, JSON');
  });
  await knex.schema.alterTable('check_reports', table => {
    table
      .text('coverage')
      .notNullable()
      .defaultTo('')
      .comment('What the status of the report rests on, JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not knex.dropColumn, which copies the whole table on SQLite.
  await knex.raw('alter table check_reports drop column coverage');
  await knex.raw('alter table connections drop column told');
};
