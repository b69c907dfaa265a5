import { chartKeyRule } from '../../camunda';
import { finding, type Finding } from '../../checks';
import type { ProviderContext } from '../../providers';
import { formEntries } from '../read/formEntries';
import { canonicalKey } from '../read/keyTable';
import { parseSecrets } from '../read/parseSecrets';
import { readConfig } from '../read/readConfig';
import { readKeys, type ReadKey } from '../read/readKeys';
import type { ReadOptions } from '../read/types';
import { writeKubernetesSecrets } from '../kubernetesSecret';
import type { ConfigInput } from '../types';
import { ConfigValues } from '../values';
import { isSame, isSaidByDefault, type ExpectedKey } from './sameValue';

/**
 * A key of a file that says something else than the record.
 *
 * @public
 */
export interface ConfigDifference {
  /** Container, in forms that have a file for each. */
  container?: string;
  key: string;
  /** From 1; missing where the file does not have the key. */
  line?: number;
  /** `null`: the record does not say it. */
  expected: string | null;
  /** `null`: the file does not have it. */
  actual: string | null;
}

/** @public */
export interface ConfigComparison {
  differences: ConfigDifference[];
  findings: Finding[];
}

function textOf(value: ReadKey['value'] | boolean): string {
  return [value].flat().join(', ');
}

/** The keys that the record would have, those of a list put together. */
function expectedKeys(
  values: ConfigValues,
  format: 'env' | 'helm' | 'application-yaml',
  style: ReturnType<typeof readKeys>['style'],
): ExpectedKey[] {
  const keys = new Map<string, ExpectedKey>();
  for (const entry of formEntries(values, format, style)) {
    const { container = '' } = entry;
    const canonical = canonicalKey(entry.path, format);
    const id = `${container} ${canonical}`;
    const value =
      typeof entry.value === 'boolean' ? String(entry.value) : entry.value;
    const known = keys.get(id);
    if (known) known.value = [known.value, value].flat();
    else keys.set(id, { entry, container, canonical, value });
  }
  return [...keys.values()];
}

/** Keys of the file by container and name, those of a list put together. */
function actualKeys(keys: readonly ReadKey[]): Map<string, ReadKey> {
  const found = new Map<string, ReadKey>();
  const lists = new Map<string, string[]>();
  for (const key of keys) {
    const id = `${key.container} ${key.canonical}`;
    const known = found.get(id);
    // The last one wins in every form, but for the entries of a list.
    const isList = known && /_\d+$/.test(key.path[0]);
    if (!isList) {
      found.set(id, key);
      continue;
    }
    const list = lists.get(id) ?? [known.value].flat();
    list.push(...[key.value].flat());
    lists.set(id, list);
    found.set(id, { ...key, value: list });
  }
  return found;
}

function compareSecrets(
  values: ConfigValues,
  content: string,
): ConfigDifference[] {
  const wanted = parseSecrets(writeKubernetesSecrets(values, 'all').content);
  const actual = parseSecrets(content);
  const id = (entry: { name: string; key: string }) =>
    `${entry.name}/${entry.key}`;
  const has = new Set(actual.map(id));
  return wanted
    .filter(entry => !has.has(id(entry)))
    .map(entry => ({ key: id(entry), expected: 'a key', actual: null }));
}

/** Containers of the record of which a file has nothing are left out, in one finding. */
function leftOut(containers: readonly string[]): Finding[] {
  if (containers.length === 0) return [];
  return [
    finding(
      'config.component-missing',
      'info',
      { kind: 'record' },
      {
        message: `The file has nothing for ${containers.join(
          ', ',
        )}; they were not compared`,
      },
    ),
  ];
}

/**
 * Compares what somebody runs with the record. Nothing of the content is kept; secrets are masked before
 * anything is compared.
 *
 * @throws UnreadableConfigError
 * @public
 */
export function compareConfig(
  input: ConfigInput,
  providers: ProviderContext,
  options: Pick<ReadOptions, 'format' | 'content'> & {
    camundaVersion?: ConfigInput['camundaVersion'];
  },
): ConfigComparison {
  const camundaVersion = options.camundaVersion ?? input.camundaVersion;
  const values = new ConfigValues({ ...input, camundaVersion }, providers);
  const { format, content } = options;
  if (format === 'kubernetes-secret')
    return {
      differences: compareSecrets(values, content),
      findings: readConfig({ format, content, camundaVersion }, providers)
        .findings,
    };
  const read = readKeys({ format, content, camundaVersion }, providers);
  const actual = actualKeys(read.keys);
  const wanted = expectedKeys(values, format, read.style);
  const present = new Set(
    read.keys
      .filter(({ meaning }) => meaning)
      .map(({ container }) => container),
  );
  const absent = [...new Set(wanted.map(({ container }) => container))].filter(
    container => container && !present.has(container),
  );

  const differences: ConfigDifference[] = [];
  const seen = new Set<string>();
  const at = (container: string, key: string) => ({
    ...(container ? { container } : {}),
    key,
  });
  for (const key of wanted) {
    const id = `${key.container} ${key.canonical}`;
    seen.add(id);
    const found = actual.get(id);
    const skipped =
      absent.includes(key.container) ||
      key.entry.internalAddress ||
      // The record does not know it, or its reader may not: there is nothing to compare with.
      /^<.*>$/.test(textOf(key.value)) ||
      (format === 'helm' &&
        chartKeyRule(key.canonical, camundaVersion)?.kind === 'dead');
    if (skipped || isSame(key, found) || (!found && isSaidByDefault(key)))
      continue;
    differences.push({
      ...at(key.container, key.entry.path.join('.')),
      ...(found ? { line: found.line } : {}),
      expected: textOf(key.value),
      actual: found ? textOf(found.value) : null,
    });
  }
  for (const [id, key] of actual) {
    const { member } = key.meaning ?? {};
    if (!member || seen.has(id) || key.path.includes('secretKeyRef')) continue;
    differences.push({
      ...at(key.container, key.path.join('.')),
      line: key.line,
      expected: null,
      actual: textOf(key.value),
    });
  }
  const { findings } = readConfig(
    { format, content, camundaVersion },
    providers,
  );
  return {
    differences,
    findings: [...findings, ...leftOut(absent), ...values.findings],
  };
}
