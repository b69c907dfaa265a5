/**
 * False for a text with a NUL character, which PostgreSQL does not accept: nothing can be stored under it, so
 * there is nothing to find.
 */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000');
}
