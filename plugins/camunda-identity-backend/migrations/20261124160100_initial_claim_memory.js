// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('deleted_claims', table => {
    table.comment(
      'Records that were deleted while their initial claim was set',
    );
    table.string('id', 36).primary().comment('Id of the deleted record');
    table.string('name', 63).notNullable();
    table
      .string('identity_url_hash', 43)
      .notNullable()
      .comment('SHA-256 of the Identity URL, which is too long for an index');
    table.string('claim_set_at', 24).notNullable();
    table.string('deleted_at', 24).notNullable();
    table.index(['name'], 'deleted_claims_name_idx');
    table.index(['identity_url_hash'], 'deleted_claims_url_idx');
  });

  await knex.schema.createTable('claim_warnings', table => {
    table.comment('Records whose Camunda may have another claim already');
    table
      .string('connection_id', 36)
      .primary()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE');
    table.string('deleted_name', 63).notNullable();
    table.string('claim_set_at', 24).notNullable();
    table.string('deleted_at', 24).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('claim_warnings');
  await knex.schema.dropTable('deleted_claims');
};
