// @ts-check

const { isPostgres } = require('./indexes');

const BATCH = 1000;
const MAX_WORD = 64;

/** @param {string} text */
function withoutMarks(text) {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
}

/** @param {string} text */
function composed(text) {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * A search column of words, each once, with a space on both sides.
 *
 * @param {string} text
 * @param {(text: string) => string} normalize
 */
function columnOf(text, normalize) {
  const words = normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${[...new Set(words.map(word => word.slice(0, MAX_WORD)))].join(
    ' ',
  )} `;
}

/**
 * Every client ID of a record's components, at whatever depth; a record has few.
 *
 * @param {any} value
 * @returns {string[]}
 */
function clientIdsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'clientId' && typeof inner === 'string'
      ? [inner]
      : clientIdsIn(inner),
  );
}

/**
 * What of a record is searched: name, title, issuer or tenant, and client IDs, a line each.
 *
 * @param {string} json - the column `data`
 */
function textOf(json) {
  const { name, title = '', provider, components } = JSON.parse(json);
  const clientIds = new Set(clientIdsIn(components));
  return [name, title, provider.issuer ?? provider.tenantId, ...clientIds].join(
    '\n',
  );
}

/**
 * @param {import('knex').Knex} knex
 * @param {{ id: string, before: string, after: string }[]} rows
 */
async function write(knex, rows) {
  if (rows.length === 0) return;
  if (isPostgres(knex)) {
    // What somebody has edited since it was read stays as it is.
    await knex.raw(
      `update connections c set search_text = v.after
       from unnest(?::text[], ?::text[], ?::text[]) as v(id, before, after)
       where c.id = v.id and c.search_text = v.before`,
      [
        rows.map(({ id }) => id),
        rows.map(({ before }) => before),
        rows.map(({ after }) => after),
      ],
    );
    return;
  }
  for (const { id, after } of rows)
    await knex('connections').where({ id }).update({ search_text: after });
}

/**
 * Writes the search column anew where it changes, a batch at a time, so that nobody waits for long.
 *
 * @param {import('knex').Knex} knex
 * @param {'data' | 'search_text'} column - what it is made from
 * @param {(value: string) => string} change
 * @param {string} [only] - condition on rows that can change
 */
async function rewriteSearchText(knex, column, change, only = '1 = 1') {
  let last = '';
  for (;;) {
    const rows = await knex('connections')
      .where('id', '>', last)
      .whereRaw(only)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'search_text as before', `${column} as value`);
    const changed = rows.map(({ id, before, value }) => ({
      id,
      before,
      after: change(value),
    }));
    await write(
      knex,
      changed.filter(({ before, after }) => before !== after),
    );
    if (rows.length < BATCH) return;
    last = rows[rows.length - 1].id;
  }
}

module.exports = {
  columnOf,
  composed,
  rewriteSearchText,
  textOf,
  withoutMarks,
};
