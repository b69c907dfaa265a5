// @ts-check

/*
 * Times are ISO 8601 texts in UTC with milliseconds, which sort as they are and come back alike from
 * SQLite and PostgreSQL. A time that is not there yet is the empty text, so that every column a list is
 * sorted by has a value and a keyset cursor reaches every row.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('connections', table => {
    table.comment('OIDC connection records');
    table.string('id', 36).primary();
    table.string('name', 63).notNullable().unique();
    table.string('entity_ref', 200).notNullable();
    table.string('owner', 200).notNullable();
    table.string('camunda_version', 8).notNullable();
    table.string('provider_type', 16).notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Counts what people edit; the etag is made from it');
    table.text('data').notNullable().comment('What a person edits, JSON');
    table
      .text('search_text')
      .notNullable()
      .comment('Name, title, issuer and client ids in lower case');
    table.string('claim_state', 8).notNullable().comment('pending or set');
    table.string('claim_set_at', 24).notNullable().defaultTo('');
    table.string('claim_set_by', 200).notNullable().defaultTo('');
    table.text('discovered').comment('Addresses found by a good check, JSON');
    table
      .text('verdicts')
      .notNullable()
      .comment('Last known verdict per finding code and subject, JSON');
    table.text('recent').notNullable().comment('The last reports, JSON');
    table.string('status', 8).notNullable();
    table
      .integer('status_rank')
      .notNullable()
      .comment('fail 0, warn 1, unknown 2, pass 3');
    table.string('checked_at', 24).notNullable().defaultTo('');
    table.string('secrets_expire_at', 24).notNullable().defaultTo('');
    table.string('created_at', 24).notNullable();
    table.string('created_by', 200).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 200).notNullable();

    table.index(['entity_ref'], 'connections_entity_ref_idx');
    table.index(['owner', 'name'], 'connections_owner_idx');
    table.index(['status_rank', 'id'], 'connections_status_idx');
    table.index(['updated_at', 'id'], 'connections_updated_idx');
    table.index(['checked_at', 'id'], 'connections_checked_idx');
    table.index(['secrets_expire_at', 'id'], 'connections_expiry_idx');
  });

  await knex.schema.createTable('initial_claim_changes', table => {
    table.comment('How an initial claim came to be what it is');
    table.string('id', 36).primary();
    table
      .string('connection_id', 36)
      .notNullable()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE');
    table.string('kind', 8).notNullable().comment('set, changed or reset');
    table.string('name', 255).notNullable();
    table.text('value').notNullable();
    table.text('reason');
    table.string('changed_at', 24).notNullable();
    table.string('changed_by', 200).notNullable();
    table.index(
      ['connection_id', 'changed_at'],
      'initial_claim_changes_connection_idx',
    );
  });

  await knex.schema.createTable('check_reports', table => {
    table.comment('Reports of provider checks');
    table.string('id', 36).primary();
    table
      .string('connection_id', 36)
      .notNullable()
      .references('id')
      .inTable('connections')
      .onDelete('CASCADE');
    table.string('record_etag', 64).notNullable();
    table.string('trigger', 16).notNullable();
    table.string('status', 8).notNullable();
    table.string('started_at', 24).notNullable();
    table.string('finished_at', 24).notNullable();
    table.integer('duration_ms').notNullable();
    table.text('summary').notNullable().comment('Findings by result, JSON');
    table.text('findings').notNullable().comment('JSON');
    table.index(
      ['connection_id', 'finished_at', 'id'],
      'check_reports_connection_idx',
    );
  });

  await knex.schema.createTable('on_demand_runs', table => {
    table.comment('Checks on demand of the last minute, for the limit');
    table.string('id', 36).primary();
    table.string('bucket', 300).notNullable().comment('User and record');
    table.string('at', 24).notNullable();
    table.index(['bucket', 'at'], 'on_demand_runs_bucket_idx');
    table.index(['at'], 'on_demand_runs_at_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('on_demand_runs');
  await knex.schema.dropTable('check_reports');
  await knex.schema.dropTable('initial_claim_changes');
  await knex.schema.dropTable('connections');
};
