import { withoutTrailingSlash } from '../../camunda';
import { isReference } from '../read/mask';
import { recordPath } from '../read/RecordPaths';
import type { FormEntry } from '../read/formEntries';
import type { ReadKey } from '../read/readKeys';

/** A key that the record would have in a file. */
export interface ExpectedKey {
  entry: FormEntry;
  container: string;
  canonical: string;
  value: string | readonly string[];
}

function list(value: string | readonly string[]): string {
  return [value]
    .flat()
    .flatMap(text => text.split(/[\s,]+/))
    .sort()
    .join(' ');
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
  if (entry.printedUnquoted) return printed(actual) === wanted;
  const member = found.meaning?.member ?? recordPath(entry.value) ?? '';
  if (member === 'provider.type')
    return wanted.toUpperCase() === actual.toUpperCase();
  if (/\.(scopes|adminUsers|audiences)$/.test(member))
    return list(expected.value) === list(found.value);
  // A base URL may end with a slash; an issuer may not differ in one.
  if (member.endsWith('.url'))
    return withoutTrailingSlash(wanted) === withoutTrailingSlash(actual);
  return false;
}

/** Values that the component has where a file does not say them (chart 8.8 values.yaml; Camunda docs). */
const DEFAULTS: Readonly<Record<string, string>> = {
  initialclaimname: 'oid',
  identityinitialclaimname: 'oid',
  usernameclaim: 'preferred_username',
  clientidclaim: 'client_id',
  preferusernameclaim: 'false',
};

/** True where leaving the key out says the same. */
export function isSaidByDefault({ entry, value }: ExpectedKey): boolean {
  const name = entry.path[entry.path.length - 1]
    .replace(/[-_]/g, '')
    .toLowerCase();
  return DEFAULTS[name] === value;
}
