import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/*
 * Text search by the beginnings of words. The column holds the words of a record, each once, with a space
 * on both sides; PostgreSQL has a GIN index on them, SQLite compares one by one.
 */

const MAX_WORD = 64;
const MAX_WORDS = 8;

/**
 * Lower case without accents and other marks, so that "Muller" finds "Müller". Taken apart first: "İ" in
 * lower case has a mark that "i" has not.
 */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
}

/** The words of texts: letters and digits, lower case, without marks, each once. */
export function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap(
    text => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  return [...new Set(words.map(word => word.slice(0, MAX_WORD)))];
}

/** What the search column holds for these texts. */
export function searchColumn(texts: readonly string[]): string {
  return ` ${wordsOf(texts).join(' ')} `;
}

/**
 * Narrows a query to rows that have, for every word of `q`, a word that begins with it. A text without
 * letters and digits finds nothing.
 *
 * A page of a word that many records have is cut from a sort index. Counting them exactly reads each of them,
 * since a GIN index cannot tell which rows are visible: a word of all records reads the whole table.
 */
export function whereWords(query: Knex.QueryBuilder, q: string, knex: Knex) {
  const words = wordsOf([q]).slice(0, MAX_WORDS);
  if (words.length === 0) {
    query.whereRaw('1 = 0');
    return;
  }
  if (isPostgres(knex)) {
    // Words are letters and digits only, so nothing has to be escaped inside the quotes.
    const prefixes = words.map(word => `'${word}':*`).join(' & ');
    query.whereRaw(
      "array_to_tsvector(array_remove(string_to_array(search_text, ' '), '')) @@ ?::tsquery",
      [prefixes],
    );
    return;
  }
  for (const word of words) query.where('search_text', 'like', `% ${word}%`);
}
