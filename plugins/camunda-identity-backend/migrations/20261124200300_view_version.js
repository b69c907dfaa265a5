// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connections', table => {
    table
      .integer('view_version')
      .notNullable()
      .defaultTo(0)
      .comment(
        'Grows with everything that changes what is answered of a record',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not knex.dropColumn, which copies the whole table on SQLite.
  await knex.raw('alter table connections drop column view_version');
};
