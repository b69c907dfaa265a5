import { withoutTrailingSlash } from '../../camunda';
import type { Property } from '../../camunda/properties/Property';
import { isReference } from '../read/mask';
import type { FormEntry } from '../read/formEntries';
import type { ReadKey } from '../read/readKeys';

/** A key that the record would have in a file. */
export interface ExpectedKey {
  entry: FormEntry;
  container: string;
  canonical: string;
  value: string | readonly string[];
  /** The record's member; undefined for a constant. */
  member?: string;
  /** What the key sets in its application. */
  property?: Property;
}

function listOf(value: string | readonly string[]): string[] {
  return [value]
    .flat()
    .flatMap(text => text.split(/[\s,]+/))
    .filter(Boolean)
    .sort();
}

/** True for two texts of lists that have the same entries, in whichever order. */
export function isSameText(
  a: string | readonly string[],
  b: string | readonly string[],
): boolean {
  return listOf(a).join(' ') === listOf(b).join(' ');
}

/** The claim as the chart prints it: the quotes inside are not part of it. */
function printed(value: string): string {
  if (!/^".*"$/.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value;
  }
}

/** Lists in which more than the record’s own entries do no harm: further profiles, further audiences. */
function isOpenList({ property }: ExpectedKey): boolean {
  return property?.about === 'profile' || property?.about === 'audiences';
}

/** True where a file says what the record says, in whichever spelling the component accepts. */
export function isSame(
  expected: ExpectedKey,
  found: ReadKey | undefined,
): boolean {
  if (!found) return false;
  const wanted = [expected.value].flat().join(',');
  const actual = [found.value].flat().join(',');
  if (wanted === actual) return true;
  const { entry } = expected;
  if (entry.anyReference && isReference(actual)) return true;
  if (entry.printedUnquoted && printed(actual) === wanted) return true;
  const member = found.meaning?.member ?? expected.member ?? '';
  if (isOpenList(expected)) {
    const has = new Set(listOf(found.value));
    return listOf(expected.value).every(text => has.has(text));
  }
  if (
    member === 'provider.type' ||
    (expected.property ?? found.property)?.kind === 'bool' ||
    /^(true|false)$/.test(wanted)
  )
    return wanted.toUpperCase() === actual.toUpperCase();
  if (
    /\.(scopes|adminUsers|audiences)$/.test(member) ||
    Array.isArray(expected.value)
  )
    return listOf(expected.value).join(' ') === listOf(found.value).join(' ');
  // A base URL may end with a slash; an issuer may not differ in one.
  if (member.endsWith('.url'))
    return withoutTrailingSlash(wanted) === withoutTrailingSlash(actual);
  // Spring fills in the address of the request.
  if (member.endsWith('.redirectUri') && actual.startsWith('{baseUrl}'))
    return wanted.endsWith(actual.slice('{baseUrl}'.length));
  return false;
}
