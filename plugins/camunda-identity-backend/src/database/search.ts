import type { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/*
 * Text search by the beginnings of words. The column holds the words of a record, each once, with a space
 * on both sides; PostgreSQL has a GIN index on them, SQLite compares one by one.
 */

const MAX_WORD = 64;
const MAX_WORDS = 8;

/** The words of texts: letters and digits, lower case, each once. */
export function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap(
    text =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
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
