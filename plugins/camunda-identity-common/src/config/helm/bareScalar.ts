import { parse } from 'yaml';

/**
 * Charts print the initial claim without quotes into a manifest, which a YAML 1.1 reader reads again
 * (chart 8.7 templates/identity/deployment.yaml). True when that reader gets the very same text back.
 */
export function survivesUnquoted(value: string): boolean {
  try {
    // Warnings would print the value, which is personal, to the log.
    const options = { version: '1.1', logLevel: 'error' } as const;
    return parse(`value: ${value}\n`, options).value === value;
  } catch {
    return false;
  }
}

/** The value with the double quotes inside it, as the second reader needs it. */
export function withInnerQuotes(value: string): string {
  return JSON.stringify(value);
}
