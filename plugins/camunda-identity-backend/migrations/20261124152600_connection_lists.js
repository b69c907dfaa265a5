// @ts-check

/*
 * An index for each way a list is filtered while it is sorted by name, and a search that an index answers.
 * The search column holds the words of name, title, issuer and client ids, lower case, with a space around
 * each. PostgreSQL finds their beginnings through a GIN index on a text search vector made of these very
 * words; that is part of PostgreSQL itself, so no extension has to be allowed.
 */

const FILTERS = ['owner', 'status', 'provider_type', 'camunda_version'];

/** @param {string} text */
function wordsOf(text) {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${[...new Set(words ?? [])]
    .map(word => word.slice(0, 64))
    .join(' ')} `;
}

/**
 * @param {import('knex').Knex} knex
 * @param {(text: string) => string} change
 */
async function rewriteSearchText(knex, change) {
  let last = '';
  for (;;) {
    const rows = await knex('connections')
      .where('id', '>', last)
      .orderBy('id')
      .limit(500)
      .select('id', 'search_text');
    for (const row of rows)
      await knex('connections')
        .where({ id: row.id })
        .update({ search_text: change(row.search_text) });
    if (rows.length < 500) return;
    last = rows[rows.length - 1].id;
  }
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connections', table => {
    table.dropIndex(['owner', 'name'], 'connections_owner_idx');
    table.index(['name', 'id'], 'connections_name_idx');
    for (const column of FILTERS)
      table.index([column, 'name', 'id'], `connections_${column}_name_idx`);
  });
  await rewriteSearchText(knex, wordsOf);
  if (knex.client.config.client === 'pg')
    await knex.raw(
      "create index connections_search_idx on connections using gin (array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')))",
    );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  if (knex.client.config.client === 'pg')
    await knex.raw('drop index connections_search_idx');
  await rewriteSearchText(knex, text => text.trim().replace(/ /g, '\n'));
  await knex.schema.alterTable('connections', table => {
    for (const column of FILTERS)
      table.dropIndex([column, 'name', 'id'], `connections_${column}_name_idx`);
    table.dropIndex(['name', 'id'], 'connections_name_idx');
    table.index(['owner', 'name'], 'connections_owner_idx');
  });
};
