// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connections', table => {
    table
      .string('told_status', 16)
      .notNullable()
      .defaultTo('')
      .comment('Health that the owner was last told of; empty: none yet');
  });
  // What was told before this release is not known: nobody is told again of what is as it was.
  await knex('connections').update({ told_status: knex.ref('status') });
  await knex.schema.createTable('health_notices', table => {
    table.comment(
      'Changes of health that are still to be told; written with the change, so that none is lost in between',
    );
    table
      .string('connection_id', 36)
      .primary()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE');
    table
      .integer('version')
      .notNullable()
      .comment('Grows with every further change before it is told');
    table
      .string('changed_by', 200)
      .notNullable()
      .comment('Who did it, if it was one person; is not notified');
    table
      .string('available_at', 24)
      .notNullable()
      .comment(
        'When a replica may take it; while one tells it, the end of its lease',
      );
    table
      .string('ticket', 36)
      .notNullable()
      .comment('Of the replica that tells it');
    table.integer('attempts').notNullable();
    table.index(['available_at'], 'health_notices_available_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('health_notices');
  // Not knex.dropColumn, which copies the whole table on SQLite.
  await knex.raw('alter table connections drop column told_status');
};
