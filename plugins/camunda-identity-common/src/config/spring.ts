import { withoutTrailing } from '../text/trim';

/**
 * A placeholder for a name that nobody has, whose default is one character. Spring puts that character in and
 * looks at it no more. `\${` says the same, but only from Spring 6.2 on: before, the backslash stays and the
 * placeholder is resolved.
 */
function literal(char: string): string {
  return `\${NO_SUCH_VARIABLE:${char}}`;
}

const DOLLAR = literal('$');
const BACKSLASH = literal('\\');

/**
 * A text for a file of properties that Spring reads: what looks like a placeholder stays as it is (Spring
 * Framework, `PropertyPlaceholderHelper`).
 */
export function springText(text: string): string {
  if (!text.includes('${')) return text;
  const [first, ...rest] = text.split('${');
  const parts = [first];
  for (const part of rest) {
    // From 6.2 on a backslash in front would make the placeholder itself the text.
    const before = parts[parts.length - 1];
    const plain = withoutTrailing(before, '\\');
    parts[parts.length - 1] =
      plain + BACKSLASH.repeat(before.length - plain.length);
    parts.push(`${DOLLAR}{`, part);
  }
  return parts.join('');
}

/** The text that {@link springText} was given. */
export function plainSpringText(text: string): string {
  return text.replaceAll(`${DOLLAR}{`, '${').replaceAll(BACKSLASH, '\\');
}
