// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('login_tests', table => {
    table.comment(
      'Sign-ins under way, for ten minutes at most. What is sealed is encrypted under the id or the state of the test, of which only hashes stand here',
    );
    table.string('id_hash', 64).primary();
    table.string('state_hash', 64).notNullable().unique();
    table
      .string('connection_id', 36)
      .nullable()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE')
      .comment('Null for a draft');
    table.string('begun_by', 200).notNullable().comment('Entity reference');
    table.text('sealed_id').notNullable().comment('The id, under the state');
    table
      .text('sealed')
      .notNullable()
      .comment(
        'Verifier, nonce, secret of the request, draft: under the id (RFC 7516, dir, A256GCM)',
      );
    table
      .text('sealed_answer')
      .notNullable()
      .defaultTo('')
      .comment(
        'What the provider has answered, under the id; empty: nothing yet',
      );
    table.string('expires_at', 24).notNullable();
    table.index(['expires_at'], 'login_tests_expiry_idx');
    table.index(['connection_id'], 'login_tests_connection_idx');
  });
  await knex.schema.alterTable('connections', table => {
    table
      .text('verified')
      .notNullable()
      .defaultTo('')
      .comment(
        'The last real sign-in that went well, and what of the record it rests on, JSON',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // Not knex.dropColumn, which copies the whole table on SQLite.
  await knex.raw('alter table connections drop column verified');
  await knex.schema.dropTable('login_tests');
};
