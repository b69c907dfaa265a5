import { decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { LoginClaim } from 'backstage-plugin-camunda-identity-common';

/** A JWT that has been decoded but not verified. */
export interface ReadToken {
  token: string;
  header: Readonly<Record<string, unknown>>;
  claims: JWTPayload;
}

/** @returns undefined for anything that is not a JWT */
export function readToken(token: string): ReadToken | undefined {
  try {
    return {
      token,
      header: decodeProtectedHeader(token) as Record<string, unknown>,
      claims: decodeJwt(token),
    };
  } catch {
    return undefined;
  }
}

/** Maximum number of claims to show; nobody reads more. */
const MAX_CLAIMS = 100;
const MAX_NAME = 200;
const MAX_VALUE = 500;

const cut = (text: string, max: number) =>
  text.length > max ? `${text.slice(0, max)}…` : text;

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // A token may be nested as deeply as it is long, which overflows the stack when it is serialised.
    return '…';
  }
}

const textOf = (value: unknown) =>
  cut(typeof value === 'string' ? value : jsonOf(value), MAX_VALUE);

/** The claims of all tokens side by side, in the order of their appearance. */
export function claimTable(
  sources: Partial<
    Record<
      'idToken' | 'accessToken' | 'userInfo',
      Readonly<Record<string, unknown>>
    >
  >,
): LoginClaim[] {
  const rows = new Map<string, LoginClaim>();
  for (const place of ['idToken', 'accessToken', 'userInfo'] as const)
    for (const [name, value] of Object.entries(sources[place] ?? {})) {
      const row = rows.get(name) ?? { name: cut(name, MAX_NAME) };
      if (!rows.has(name) && rows.size >= MAX_CLAIMS) continue;
      row[place] = textOf(value);
      rows.set(name, row);
    }
  return [...rows.values()];
}
