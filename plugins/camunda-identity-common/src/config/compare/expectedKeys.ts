import { propertiesOfPath } from '../../camunda/properties/lookup';
import type { CamundaVersion } from '../../camunda';
import { containerOf, containerOfSection } from '../read/components';
import { formEntries, type FormEntry } from '../read/formEntries';
import { canonicalKey, keyTable } from '../read/keyTable';
import { lookUpProperty } from '../read/meanings';
import { parseYaml } from '../read/parseYaml';
import { keysOfPart } from '../read/sources/keysOf';
import type { EnvStyle } from '../types';
import type { ConfigValues } from '../values';
import { settingOfEntry } from './actualKeys';
import type { ExpectedKey } from './sameValue';

/** A form that has keys. */
export type Form = 'env' | 'helm' | 'application-yaml';

const FILES = /^(extraConfiguration|configuration)(\[\d+\])?$/;

/** The container for which a key of the chart holds a file. */
function containerOfFile(
  { path }: FormEntry,
  version: CamundaVersion,
): string | undefined {
  const at = path.findIndex(name => FILES.test(name));
  return at > 0
    ? containerOfSection(path.slice(0, at).join('.'), version)
    : undefined;
}

/** The properties of a file that stands in the values. */
function keysOfFile(
  entry: FormEntry,
  container: string,
  values: ConfigValues,
): ExpectedKey[] {
  if (typeof entry.value !== 'string' || !entry.value.includes('\n')) return [];
  return parseYaml(entry.value).flatMap(file =>
    keysOfPart({
      file,
      node: file.document.contents,
      offset: 0,
      prefix: [],
      depth: 0,
    }).keys.map(({ path, value }): ExpectedKey => {
      const { version, type } = values;
      return {
        entry: { ...entry, path, value },
        container,
        canonical: canonicalKey(path, 'application-yaml'),
        value,
        member: lookUpProperty(path, container, version, type).meaning?.member,
        property: propertiesOfPath(path, version).find(
          property => containerOf(property) === container,
        ),
      };
    }),
  );
}

/** The keys that a record would have in a form, those of a list put together. */
export function expectedKeys(
  values: ConfigValues,
  form: Form,
  style: EnvStyle | undefined,
): ExpectedKey[] {
  const keys = new Map<string, ExpectedKey>();
  const { version, type } = values;
  const table = keyTable(version, type, form, style);
  for (const entry of formEntries(values, form, style)) {
    const holder =
      form === 'helm' ? containerOfFile(entry, version) : undefined;
    if (holder) {
      for (const key of keysOfFile(entry, holder, values))
        keys.set(`${holder} ${key.canonical}`, key);
      continue;
    }
    const canonical = canonicalKey(entry.path, form);
    const { container, property } = settingOfEntry(entry, form, version, type);
    const id = `${container} ${canonical}`;
    const value =
      typeof entry.value === 'boolean' ? String(entry.value) : entry.value;
    const known = keys.get(id);
    if (known) known.value = [known.value, value].flat();
    else
      keys.set(id, {
        entry,
        container,
        canonical,
        value,
        property,
        member: table.get(entry.container ?? '')?.get(canonical)?.member,
      });
  }
  return [...keys.values()];
}
