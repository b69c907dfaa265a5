// @ts-check

/*
 * An index for each way a list is filtered while it is sorted by name, and a search that an index answers.
 * The search column holds the words of name, title, issuer and client ids, lower case, with a space around
 * each. PostgreSQL finds their beginnings through a GIN index on a text search vector made of these very
 * words; that is part of PostgreSQL itself, so no extension has to be allowed.
 *
 * Others read and write meanwhile, and it can be interrupted anywhere and run again: what it drops, it
 * drops last.
 */

const {
  createIndex,
  dropIndex,
  inSteps,
  isPostgres,
} = require('./lib/indexes');
const {
  columnOf,
  rewriteSearchText,
  textOf,
  withoutMarks,
} = require('./lib/searchText');

const FILTERS = ['owner', 'status', 'provider_type', 'camunda_version'];

exports.up = inSteps(async knex => {
  // Before there are indexes, which every row that is written anew would be entered into.
  await rewriteSearchText(knex, 'search_text', text =>
    columnOf(text, withoutMarks),
  );
  await createIndex(knex, 'connections_name_idx', 'connections (name, id)');
  for (const column of FILTERS)
    await createIndex(
      knex,
      `connections_${column}_name_idx`,
      `connections (${column}, name, id)`,
    );
  if (isPostgres(knex)) {
    await createIndex(
      knex,
      'connections_search_idx',
      "connections using gin (array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')))",
    );
    // An index on an expression has no statistics before.
    await knex.raw('analyze connections');
  }
  await dropIndex(knex, 'connections_owner_idx');
});

exports.down = inSteps(async knex => {
  await createIndex(knex, 'connections_owner_idx', 'connections (owner, name)');
  // First, since every row that is written anew would be entered into it.
  await dropIndex(knex, 'connections_search_idx');
  // The release before compares with whole texts, which the words no longer are.
  await rewriteSearchText(knex, 'data', data => textOf(data).toLowerCase());
  for (const column of FILTERS)
    await dropIndex(knex, `connections_${column}_name_idx`);
  await dropIndex(knex, 'connections_name_idx');
});

exports.config = { transaction: false };
