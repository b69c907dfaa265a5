import { createHash } from 'node:crypto';

const MAX_DEPTH = 20;

/**
 * Depth of nested lists up to which entries are written out. Every level escapes the texts inside it once more;
 * beyond this depth a hash replaces the entry, so that size does not grow with depth.
 */
const WRITTEN_OUT = 2;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Canonical form of a value: independent of the order of members and, treating lists as sets, of entries. */
function normal(value: unknown, depth = 0, lists = 0): unknown {
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value))
    return value
      .map(entry => {
        const text = JSON.stringify(normal(entry, depth + 1, lists + 1));
        return lists < WRITTEN_OUT ? text : sha256(text);
      })
      .sort();
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .map(([key, entry]) => [key, normal(entry, depth + 1, lists)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return value;
}

/** Members whose change is reported by name; for the others only that something changed. */
const NAMED = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'userinfo_endpoint',
  'end_session_endpoint',
  'response_types_supported',
  'grant_types_supported',
  'scopes_supported',
  'code_challenge_methods_supported',
  'token_endpoint_auth_methods_supported',
  'id_token_signing_alg_values_supported',
  'subject_types_supported',
  'claims_supported',
  'require_pushed_authorization_requests',
  'require_signed_request_object',
];

const WHOLE = 12;
/** 18 bits: enough to see a change of one member between two known documents. */
const EACH = 3;

function hash(value: unknown, length: number): string {
  return sha256(JSON.stringify(normal(value)) ?? '').slice(0, length);
}

/**
 * What is kept of a discovery document in order to detect changes in the next run. Two documents that differ
 * only in order have the same digest.
 *
 * @returns 61 characters: a hash of the whole and short ones of the members that matter
 */
export function digestOf(document: Readonly<Record<string, unknown>>): string {
  const members = NAMED.map(name => hash(document[name] ?? null, EACH));
  return `${hash(document, WHOLE)}.${members.join('')}`;
}

/**
 * Members that differ between two digests.
 *
 * @returns empty for the same document; "other members" where it is none of those that matter
 */
export function changedMembers(before: string, after: string): string[] {
  if (before === after) return [];
  const partOf = (digest: string, index: number) =>
    digest.split('.')[1]?.slice(index * EACH, (index + 1) * EACH);
  const named = NAMED.filter(
    (_, index) => partOf(before, index) !== partOf(after, index),
  );
  return named.length > 0 ? named : ['other members'];
}
