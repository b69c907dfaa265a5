// @ts-check

const { isPostgres } = require('./lib/indexes');

/*
 * A client may be one of the team's own, `machine.<name>`: 71 characters at most.
 */

const TABLES = ['stored_secrets', 'secret_notices'];

/**
 * SQLite keeps no limit of a text, and Knex would copy the tables for it.
 *
 * @param {import('knex').Knex} knex
 * @param {number} length
 */
async function setLength(knex, length) {
  if (!isPostgres(knex)) return;
  for (const table of TABLES)
    await knex.raw(
      `alter table ?? alter column client type varchar(${length})`,
      [table],
    );
}

/** @param {import('knex').Knex} knex */
exports.up = knex => setLength(knex, 80);

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of TABLES)
    await knex(table).where('client', 'like', 'machine.%').delete();
  await setLength(knex, 32);
};
