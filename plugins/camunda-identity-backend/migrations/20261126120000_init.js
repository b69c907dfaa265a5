// @ts-check

/*
 * Times are ISO 8601 texts in UTC with milliseconds, which sort as they are and come back alike from
 * SQLite and PostgreSQL. A time that is not there yet is the empty text, so that every column a list is
 * sorted by has a value and a keyset cursor reaches every row.
 */

/** A client's key; a machine client, `machine.<name>`, has at most 71 characters. */
const CLIENT = 80;
const TIME = 24;
const ENTITY_REF = 200;

/** @param {import('knex').Knex.CreateTableBuilder} table */
function ofConnection(table) {
  return table
    .string('connection_id', 36)
    .notNullable()
    .references('id')
    .inTable('connections')
    .onDelete('CASCADE');
}

/** @param {import('knex').Knex} knex */
async function createConnections(knex) {
  await knex.schema.createTable('connections', table => {
    table.comment('OIDC connection records');
    table.string('id', 36).primary();
    table.string('name', 63).notNullable().unique();
    table.string('entity_ref', ENTITY_REF).notNullable();
    table.string('owner', ENTITY_REF).notNullable();
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
      .comment(
        'Words of name, title, issuer and client IDs: lower case, without accents, each once, with a space around it',
      );
    table
      .integer('has_extras')
      .notNullable()
      .defaultTo(0)
      .comment('1 where stored_secrets or claim_warnings has rows of it');
    table.string('claim_state', 8).notNullable().comment('pending or set');
    table.string('claim_set_at', TIME).notNullable().defaultTo('');
    table.string('claim_set_by', ENTITY_REF).notNullable().defaultTo('');
    table.text('discovered').comment('Addresses found by a good check, JSON');
    table
      .text('verdicts')
      .notNullable()
      .comment('Last known verdict per finding code and subject, JSON');
    table
      .text('told')
      .notNullable()
      .comment(
        'Clients and secrets that the verdicts cover, JSON, for lists, which do not read the verdicts',
      );
    table
      .string('report_id', 36)
      .notNullable()
      .comment(
        'Report that says why health is what it is, for lists; empty: none',
      );
    table.text('recent').notNullable().comment('The last reports, JSON');
    table.string('status', 8).notNullable();
    table
      .integer('status_rank')
      .notNullable()
      .comment('fail 0, warn 1, unknown 2, pass 3');
    table
      .string('notified_status', 8)
      .notNullable()
      .defaultTo('')
      .comment('Health that the owner was last notified of; empty: none yet');
    table
      .text('verified')
      .notNullable()
      .defaultTo('')
      .comment(
        'The last real sign-in that went well, and what of the record it rests on, JSON',
      );
    table.string('checked_at', TIME).notNullable().defaultTo('');
    table.string('secrets_expire_at', TIME).notNullable().defaultTo('');
    table.string('created_at', TIME).notNullable();
    table.string('created_by', ENTITY_REF).notNullable();
    table.string('updated_at', TIME).notNullable();
    table.string('updated_by', ENTITY_REF).notNullable();

    table.index(['entity_ref'], 'connections_entity_ref_idx');
    // One for each way a list is sorted …
    table.index(['name', 'id'], 'connections_name_idx');
    table.index(['status_rank', 'id'], 'connections_status_idx');
    table.index(['updated_at', 'id'], 'connections_updated_idx');
    table.index(['checked_at', 'id'], 'connections_checked_idx');
    table.index(['secrets_expire_at', 'id'], 'connections_expiry_idx');
    // … and for each way it is filtered while it is sorted by name.
    for (const column of [
      'owner',
      'status',
      'provider_type',
      'camunda_version',
    ])
      table.index([column, 'name', 'id'], `connections_${column}_name_idx`);
    // Several filters at once, and exact counts. It holds few different values, which PostgreSQL stores
    // once each, so it is by far the smallest index: a combination that no record has is found at once, and
    // whatever is counted by these columns is counted in some hundred pages instead of the whole table.
    table.index(
      ['status', 'provider_type', 'camunda_version', 'owner'],
      'connections_filters_idx',
    );
  });
}

/** @param {import('knex').Knex} knex */
async function createChecks(knex) {
  await knex.schema.createTable('check_schedule', table => {
    table.comment(
      'When each connection is checked next; narrow, since every run writes it',
    );
    ofConnection(table).primary();
    table
      .string('due_at', TIME)
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

  await knex.schema.createTable('check_reports', table => {
    table.comment('Reports of provider checks');
    table.string('id', 36).primary();
    ofConnection(table);
    table.string('record_etag', 64).notNullable();
    table.string('trigger', 16).notNullable();
    table.string('status', 8).notNullable();
    table.string('started_at', TIME).notNullable();
    table.string('finished_at', TIME).notNullable();
    table.integer('duration_ms').notNullable();
    table.text('summary').notNullable().comment('Findings by result, JSON');
    table
      .text('coverage')
      .notNullable()
      .defaultTo('')
      .comment('What the status of the report rests on, JSON');
    table.text('findings').notNullable().comment('JSON');
    table.index(
      ['connection_id', 'finished_at', 'id'],
      'check_reports_connection_idx',
    );
    table.index(['finished_at', 'id'], 'check_reports_finished_idx');
  });

  await knex.schema.createTable('health_notices', table => {
    table.comment(
      'Changes of health that owners have yet to be notified of; written with the change, so that none is lost in between',
    );
    ofConnection(table).primary();
    table
      .integer('version')
      .notNullable()
      .comment('Grows with every further change before the notification');
    table
      .string('changed_by', ENTITY_REF)
      .notNullable()
      .comment('Who did it, if it was one person; is not notified');
    table
      .string('available_at', TIME)
      .notNullable()
      .comment(
        'When a replica may take it; while one works on it, the end of its lease',
      );
    table
      .string('ticket', 36)
      .notNullable()
      .comment('Of the replica that works on it');
    table.integer('attempts').notNullable();
    table.index(['available_at'], 'health_notices_available_idx');
  });

  await knex.schema.createTable('on_demand_runs', table => {
    table.comment('Checks on demand of the last minute, for the limit');
    table.string('id', 36).primary();
    table.string('bucket', 300).notNullable().comment('User and record');
    table.string('at', TIME).notNullable();
    table.index(['bucket', 'at'], 'on_demand_runs_bucket_idx');
    table.index(['at'], 'on_demand_runs_at_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createSecrets(knex) {
  await knex.schema.createTable('stored_secrets', table => {
    table.comment('Client secrets, encrypted');
    ofConnection(table);
    table.string('client', CLIENT).notNullable();
    table.string('slot', 8).notNullable().comment('current or next');
    table
      .text('jwe')
      .notNullable()
      .comment('The secret and what it is bound to (RFC 7516, dir, A256GCM)');
    table.string('key_id', 64).notNullable().comment('Key that decrypts it');
    table.string('set_at', TIME).notNullable();
    table.string('set_by', ENTITY_REF).notNullable();
    table.string('expires_at', TIME).notNullable().defaultTo('');
    table
      .string('asked_at', TIME)
      .notNullable()
      .defaultTo('')
      .comment('When the schedule last sent it to the provider');
    table
      .string('result', 8)
      .notNullable()
      .defaultTo('')
      .comment('What the provider said of it: right or wrong');
    table.string('result_at', TIME).notNullable().defaultTo('');
    table
      .string('version', 36)
      .notNullable()
      .comment(
        'New with every value, so that the result of a run is noted for the value that it sent',
      );
    table.primary(['connection_id', 'client', 'slot']);
    table.index(['key_id'], 'stored_secrets_key_idx');
    table.index(['expires_at'], 'stored_secrets_expiry_idx');
  });

  await knex.schema.createTable('secret_notices', table => {
    table.comment(
      'Notices of expiry that were sent, so that each is sent once',
    );
    ofConnection(table);
    table.string('client', CLIENT).notNullable();
    table.string('expires_at', TIME).notNullable();
    table.integer('days').notNullable().comment('30, 14, 7, 1 or 0');
    table.string('sent_at', TIME).notNullable();
    table.primary(['connection_id', 'client', 'expires_at', 'days']);
  });
}

/** @param {import('knex').Knex} knex */
async function createInitialClaims(knex) {
  await knex.schema.createTable('initial_claim_changes', table => {
    table.comment('How an initial claim came to be what it is');
    table.string('id', 36).primary();
    ofConnection(table);
    table.string('kind', 8).notNullable().comment('set, changed or reset');
    table.string('name', 255).notNullable();
    table.text('value').notNullable();
    table.text('reason');
    table.string('changed_at', TIME).notNullable();
    table.string('changed_by', ENTITY_REF).notNullable();
    table.index(
      ['connection_id', 'changed_at'],
      'initial_claim_changes_connection_idx',
    );
  });

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
    table
      .string('owner', ENTITY_REF)
      .notNullable()
      .comment('Only a reset of this team, or of this entity, forgets it');
    table.string('entity_ref', ENTITY_REF).notNullable();
    table.string('claim_set_at', TIME).notNullable();
    table.string('deleted_at', TIME).notNullable();
    table.index(['name'], 'deleted_claims_name_idx');
    table.index(['identity_url_hash'], 'deleted_claims_url_idx');
  });

  await knex.schema.createTable('claim_warnings', table => {
    // Without the name of the deleted record: whoever registers the same address may not be one who could
    // read that record.
    table.comment('Records whose Camunda may have another claim already');
    ofConnection(table).primary();
    table.string('claim_set_at', TIME).notNullable();
    table.string('deleted_at', TIME).notNullable();
  });
}

/** @param {import('knex').Knex} knex */
async function createLoginTests(knex) {
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
    table
      .string('begun_by', ENTITY_REF)
      .notNullable()
      .comment('Entity reference');
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
    table.string('expires_at', TIME).notNullable();
    table.index(['expires_at'], 'login_tests_expiry_idx');
    table.index(['connection_id'], 'login_tests_connection_idx');
  });
}

/**
 * What knex has no words for.
 *
 * @param {import('knex').Knex} knex
 */
async function tuneForPostgres(knex) {
  // Beginnings of words, by a text search vector made of these very words; that is part of PostgreSQL
  // itself, so no extension has to be allowed.
  await knex.raw(
    "create index connections_search_idx on connections using gin (array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')))",
  );
  // PostgreSQL takes columns for independent unless it is told otherwise: it would walk a whole sort index
  // for records that it expects and that are not there.
  await knex.raw(
    `create statistics connections_filters_stats (mcv)
     on status, provider_type, camunda_version from connections`,
  );
  // Written by every check; counting in an index alone needs what VACUUM notes down.
  for (const table of ['connections', 'check_schedule'])
    await knex.raw(
      `alter table ${table} set (autovacuum_vacuum_scale_factor = 0.02)`,
    );
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createConnections(knex);
  await createChecks(knex);
  await createSecrets(knex);
  await createInitialClaims(knex);
  await createLoginTests(knex);
  if (knex.client.config.client === 'pg') await tuneForPostgres(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'login_tests',
    'claim_warnings',
    'deleted_claims',
    'initial_claim_changes',
    'secret_notices',
    'stored_secrets',
    'on_demand_runs',
    'health_notices',
    'check_reports',
    'check_schedule',
    'connections',
  ])
    await knex.schema.dropTable(table);
};
