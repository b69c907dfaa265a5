/**
 * A text without what it ends in, as often as that is a given character. Unlike `/x+$/` it never looks at a
 * character twice.
 *
 * @param char - one UTF-16 unit
 */
export function withoutTrailing(text: string, char: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === char) end -= 1;
  return text.slice(0, end);
}
