// @ts-check

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * Makes an index that is not there yet, on PostgreSQL while others read and write.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @param {string} definition - table and columns
 */
async function createIndex(knex, name, definition) {
  if (!isPostgres(knex)) {
    await knex.raw(`create index if not exists ${name} on ${definition}`);
    return;
  }
  const { rows } = await knex.raw(
    'select indisvalid from pg_index where indexrelid = to_regclass(?)',
    [name],
  );
  // What an interrupted build leaves behind has the name, and answers nothing.
  if (rows[0]?.indisvalid === false) await dropIndex(knex, name);
  await knex.raw(
    `create index concurrently if not exists ${name} on ${definition}`,
  );
}

/**
 * Drops an index that may be gone already, on PostgreSQL without a lock that readers wait for.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 */
async function dropIndex(knex, name) {
  const concurrently = isPostgres(knex) ? 'concurrently ' : '';
  await knex.raw(`drop index ${concurrently}if exists ${name}`);
}

/**
 * Runs a migration that is safe to be interrupted on PostgreSQL, where indexes are not made concurrently
 * inside a transaction; SQLite takes it as one.
 *
 * @param {(knex: import('knex').Knex) => Promise<void>} work
 * @returns {(knex: import('knex').Knex) => Promise<void>}
 */
function inSteps(work) {
  return knex => (isPostgres(knex) ? work(knex) : knex.transaction(work));
}

module.exports = { createIndex, dropIndex, inSteps, isPostgres };
