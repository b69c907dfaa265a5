// No tilde: a shell takes it for a home directory at the beginning and behind a colon.
const PLAIN = /^[A-Za-z0-9_./:@%+,=-]*$/;

/** A quote ends a text in single quotes; Compose takes one behind a backslash for a part of the text. */
function needsDoubleQuotes(value: string): boolean {
  return value.includes("'") || value.endsWith('\\');
}

/**
 * A value of a dotenv file, for shells (POSIX section 2.2) and for Compose (compose-go, dotenv/parser.go). They
 * differ in how they treat quotes, so a value that needs none has none. Single quotes keep everything as it is;
 * where they cannot be used, double quotes with escapes do.
 */
export function dotenvValue(value: string): string {
  if (PLAIN.test(value)) return value;
  if (!needsDoubleQuotes(value)) return `'${value}'`;
  return `"${value.replace(/[\\"$`]/g, '\\$&')}"`;
}

/** What stands over a value for which there is no spelling that both read alike. */
export const READ_DIFFERENTLY =
  'For shells. Compose takes the backslash before "`" for a part of the value.';

/** True for a value that only shells read as it is meant: they have to be kept from running what stands in it. */
export function isReadDifferently(value: unknown): boolean {
  return (
    typeof value === 'string' && value.includes('`') && needsDoubleQuotes(value)
  );
}
