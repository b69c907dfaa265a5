// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('check_schedule', table => {
    table.comment(
      'When each connection is checked next; narrow, since every run writes it',
    );
    table
      .string('connection_id', 36)
      .primary()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE');
    table
      .string('due_at', 24)
      .notNullable()
      .comment(
        'When a replica may next take it; while one checks it, the end of its lease. Empty: at once',
      );
    table
      .string('ticket', 36)
      .notNullable()
      .defaultTo('')
      .comment('Of the replica that checks it; empty when none does');
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Scheduled runs in a row that failed');
    table
      .text('discovery_digest')
      .notNullable()
      .defaultTo('')
      .comment('Of the discovery document that the last run saw');
    table.index(['due_at'], 'check_schedule_due_idx');
  });
  await knex.raw(
    "insert into check_schedule (connection_id, due_at) select id, '' from connections",
  );
  await knex.schema.alterTable('check_reports', table => {
    table.index(['finished_at', 'id'], 'check_reports_finished_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('check_reports', table => {
    table.dropIndex(['finished_at', 'id'], 'check_reports_finished_idx');
  });
  await knex.schema.dropTable('check_schedule');
};
