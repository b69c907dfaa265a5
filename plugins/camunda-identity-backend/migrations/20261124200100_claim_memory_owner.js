// @ts-check

/*
 * Whose a deleted record was: only that team's reset forgets it. The name of the deleted record is no longer
 * kept with a warning: whoever registers the same address may not be one who could read that record.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('deleted_claims', table => {
    table
      .string('owner', 200)
      .notNullable()
      .defaultTo('')
      .comment(
        'Entity reference; empty for what was deleted before this release',
      );
    table.string('entity_ref', 200).notNullable().defaultTo('');
  });
  // Not knex.dropColumn, which copies the whole table on SQLite.
  await knex.raw('alter table claim_warnings drop column deleted_name');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('claim_warnings', table => {
    table.string('deleted_name', 63).notNullable().defaultTo('');
  });
  await knex.raw('alter table deleted_claims drop column owner');
  await knex.raw('alter table deleted_claims drop column entity_ref');
};
