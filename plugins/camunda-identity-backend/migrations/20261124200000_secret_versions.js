// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('stored_secrets', table => {
    table
      .string('version', 36)
      .notNullable()
      .defaultTo('')
      .comment(
        'New with every value, so that what a run found is noted of the value that it sent',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not knex.dropColumn, which copies the whole table on SQLite.
  await knex.raw('alter table stored_secrets drop column version');
};
