// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('stored_secrets', table => {
    table.comment('Client secrets, encrypted');
    table
      .string('connection_id', 36)
      .notNullable()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE');
    table.string('client', 32).notNullable();
    table.string('slot', 8).notNullable().comment('current or next');
    table
      .text('jwe')
      .notNullable()
      .comment('The secret and what it is bound to (RFC 7516, dir, A256GCM)');
    table.string('key_id', 64).notNullable().comment('Key that decrypts it');
    table.string('set_at', 24).notNullable();
    table.string('set_by', 200).notNullable();
    table.string('expires_at', 24).notNullable().defaultTo('');
    table
      .string('asked_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('When the schedule last sent it to the provider');
    table
      .string('result', 8)
      .notNullable()
      .defaultTo('')
      .comment('What the provider said of it: right or wrong');
    table.string('result_at', 24).notNullable().defaultTo('');
    table.primary(['connection_id', 'client', 'slot']);
    table.index(['key_id'], 'stored_secrets_key_idx');
    table.index(['expires_at'], 'stored_secrets_expiry_idx');
  });

  await knex.schema.createTable('secret_notices', table => {
    table.comment(
      'Notices of expiry that were sent, so that each is sent once',
    );
    table
      .string('connection_id', 36)
      .notNullable()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE');
    table.string('client', 32).notNullable();
    table.string('expires_at', 24).notNullable();
    table.integer('days').notNullable().comment('30, 14, 7, 1 or 0');
    table.string('sent_at', 24).notNullable();
    table.primary(['connection_id', 'client', 'expires_at', 'days']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('secret_notices');
  await knex.schema.dropTable('stored_secrets');
};
