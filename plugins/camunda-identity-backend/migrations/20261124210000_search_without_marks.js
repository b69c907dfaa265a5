// @ts-check

/*
 * Words are searched without accents and other marks. Rows are written anew, since a query that matched
 * both ways of writing would need both forms of what was typed, and "İstanbul" was stored as two words from
 * which it cannot be told any more.
 */

const { inSteps, isPostgres } = require('./lib/indexes');
const {
  columnOf,
  composed,
  rewriteSearchText,
  textOf,
  withoutMarks,
} = require('./lib/searchText');

/** @param {import('knex').Knex} knex */
function canChange(knex) {
  // Texts beyond ASCII alone, also in a database without an encoding of its own, which knows bytes only; and
  // what a replica of an older release has written meanwhile.
  const beyondAscii = isPostgres(knex)
    ? "data ~ '[^\\x01-\\x7f]'"
    : 'length(cast(data as blob)) <> length(data)';
  return `(${beyondAscii} or search_text not like ' %')`;
}

exports.up = inSteps(knex =>
  rewriteSearchText(
    knex,
    'data',
    data => columnOf(textOf(data), withoutMarks),
    canChange(knex),
  ),
);

exports.down = inSteps(knex =>
  rewriteSearchText(
    knex,
    'data',
    data => columnOf(textOf(data), composed),
    canChange(knex),
  ),
);

exports.config = { transaction: false };
