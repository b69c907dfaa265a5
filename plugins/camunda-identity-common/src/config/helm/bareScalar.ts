import { parse } from 'yaml';

/**
 * Charts print the initial claim without quotes into a manifest, which a YAML 1.1 reader reads again
 * (chart 8.7 templates/identity/deployment.yaml). True when that reader gets the very same text back.
 */
export function survivesUnquoted(value: string): boolean {
  try {
    return parse(`value: ${value}\n`, { version: '1.1' }).value === value;
  } catch {
    return false;
  }
}

/** The value with the double quotes inside it, as the second reader needs it. */
export function withInnerQuotes(value: string): string {
  return JSON.stringify(value);
}
