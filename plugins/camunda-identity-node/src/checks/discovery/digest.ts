import { createHash } from 'node:crypto';

/** Values alike whatever the order of members and, as sets, of list entries. */
function normal(value: unknown, depth = 0): unknown {
  if (depth > 20) return null;
  if (Array.isArray(value))
    return value.map(entry => JSON.stringify(normal(entry, depth + 1))).sort();
  if (value !== null && typeof value === 'object')
    return Object.entries(value)
      .map(([key, entry]) => [key, normal(entry, depth + 1)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return value;
}

function hash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(normal(value)) ?? '')
    .digest('base64url')
    .slice(0, 8);
}

const MAX_MEMBERS = 200;

/**
 * What is kept of a discovery document to tell next time what has changed: its members and a short hash of
 * each. Two documents that differ only in order have the same digest.
 *
 * @returns `name:hash` of each member in alphabetical order, separated by spaces
 */
export function digestOf(document: Readonly<Record<string, unknown>>): string {
  return Object.keys(document)
    .filter(name => /^[\w.-]{1,100}$/.test(name))
    .sort()
    .slice(0, MAX_MEMBERS)
    .map(name => `${name}:${hash(document[name])}`)
    .join(' ');
}

/** Members that are in only one of the digests, or differ. */
export function changedMembers(before: string, after: string): string[] {
  const parse = (digest: string) =>
    new Map(
      digest.split(' ').map(entry => entry.split(':') as [string, string]),
    );
  const [old, now] = [parse(before), parse(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter(name => old.get(name) !== now.get(name))
    .sort();
}
