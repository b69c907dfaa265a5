import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/*
 * Text search by word prefixes. The column contains the distinct words of a record with a space on both sides;
 * PostgreSQL has a GIN index on them, SQLite compares row by row.
 */

const MAX_WORD = 64;
const MAX_WORDS = 8;

/**
 * Lower case without accents and other marks, so that "Muller" finds "Müller". Decomposed first, since "İ" in
 * lower case has a mark that "i" does not have.
 */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
}

/** The distinct words of texts: letters and digits, in lower case, without marks. */
export function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap(
    text => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return [...new Set(words.map(word => word.slice(0, MAX_WORD)))];
}

/** The value of the search column for these texts. */
export function searchColumn(texts: readonly string[]): string {
  return ` ${wordsOf(texts).join(' ')} `;
}

/**
 * Restricts a query to rows that have a word with every word of `q` as prefix. A text without letters and
 * digits finds nothing.
 *
 * A page for a common word is read from a sort index. An exact count reads every match, since a GIN index does
 * not know which rows are visible: counting a word of all records reads the whole table.
 */
export function whereWords(query: Knex.QueryBuilder, q: string, knex: Knex) {
  const words = wordsOf([q]).slice(0, MAX_WORDS);
  if (words.length === 0) {
    query.whereRaw('1 = 0');
    return;
  }
  if (isPostgres(knex)) {
    // Words consist of letters and digits only, so nothing has to be escaped inside the quotes.
    const prefixes = words.map(word => `'${word}':*`).join(' & ');
    query.whereRaw(
      "array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')) @@ ?::tsquery",
      [prefixes],
    );
    return;
  }
  for (const word of words) query.where('search_text', 'like', `% ${word}%`);
}
