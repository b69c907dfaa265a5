import type { Discovered } from 'backstage-plugin-camunda-identity-common';

const NEEDED = ['authUrl', 'tokenUrl', 'jwksUrl'] as const;

const isUrl = (value: unknown) =>
  typeof value === 'string' && URL.canParse(value);

/**
 * Reads the addresses that a check discovered. They come from outside: an invalid one counts as not discovered,
 * and the next check reports what is wrong with it.
 *
 * @param text - JSON, as stored
 */
export function readDiscovered(text: string | null): Discovered | undefined {
  const value = parse(text ?? 'null') as Discovered | null | undefined;
  if (!value || typeof value !== 'object') return undefined;
  if (!NEEDED.every(key => isUrl(value[key]))) return undefined;
  const { endSessionUrl, ...rest } = value;
  return isUrl(endSessionUrl) ? value : rest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
