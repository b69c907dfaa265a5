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
    table
      .integer('has_extras')
      .notNullable()
      .defaultTo(0)
      .comment(
        '1 where the tables of stored secrets or of claim warnings have something of it',
      );
  });
  await knex.raw(
    `update connections set has_extras = 1
     where id in (select connection_id from stored_secrets)
        or id in (select connection_id from claim_warnings)`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not knex.dropColumn, which copies the whole table on SQLite.
  await knex.raw('alter table connections drop column has_extras');
  await knex.raw('alter table connections drop column view_version');
};
