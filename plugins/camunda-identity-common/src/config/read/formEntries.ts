import type { ConfigSource } from '../ConfigSource';
import { envSections } from '../env';
import { helmEntries } from '../helm';
import { containerSettings, type Setting } from '../settings';
import type { HelmValue } from '../helm/entries';
import { plainSpringText } from '../spring';
import type { ConfigFormat, EnvStyle } from '../types';

/** A key of a form with what stands there; for {@link RecordPaths}, with the member of the record. */
export interface FormEntry {
  /** The container whose file it is; undefined in a values file. */
  container?: string;
  path: readonly string[];
  value: string | boolean | readonly string[];
  /** A person may have another address there, between containers. */
  internalAddress?: boolean;
  /** Another key says the same: a reader goes by that one. */
  repeated?: boolean;
  /** The record does not name the variable through which a secret comes: any reference will do. */
  anyReference?: boolean;
  /** The chart prints it without quotes. */
  printedUnquoted?: boolean;
}

/** Every key under an entry of a values file; a variable is a key by its name. */
function helmKeys(
  path: readonly string[],
  value: HelmValue,
): Array<Pick<FormEntry, 'path' | 'value'>> {
  if (typeof value !== 'object') return [{ path, value }];
  if (!isList(value))
    return Object.entries(value).flatMap(([key, inner]) =>
      helmKeys([...path, key], inner),
    );
  if (value.every(item => typeof item === 'string'))
    return [{ path, value: value as readonly string[] }];
  return value.flatMap((item, index) => {
    const map = item as { [key: string]: HelmValue };
    if (typeof map.name === 'string')
      return typeof map.value === 'string'
        ? [{ path: [...path, map.name], value: map.value }]
        : [];
    const last = `${path[path.length - 1]}[${index}]`;
    return helmKeys([...path.slice(0, -1), last], map);
  });
}

function isList(value: HelmValue): value is readonly HelmValue[] {
  return Array.isArray(value);
}

function helm(source: ConfigSource): FormEntry[] {
  return helmEntries(source, 'all').flatMap(
    ({ path, value, printedUnquoted, repeated }): FormEntry[] =>
      helmKeys(path, value).map(key => ({ ...key, printedUnquoted, repeated })),
  );
}

function env(source: ConfigSource, style: EnvStyle): FormEntry[] {
  const inKubernetes = style === 'kubernetes';
  return envSections(source, inKubernetes, 'all').flatMap(
    ({ container, entries }) =>
      entries.flatMap((entry): FormEntry[] => {
        const { name, value, internalAddress, repeated } = entry;
        const at = (...path: string[]) => ({
          container,
          path,
          internalAddress,
          repeated,
        });
        // What a reader gets to see.
        if (typeof value === 'string')
          return [{ ...at(name), value: plainSpringText(value) }];
        if (!inKubernetes)
          return [
            {
              ...at(name),
              value: `\${${value.variable}}`,
              anyReference: !value.fromEnv,
            },
          ];
        return [
          {
            ...at(name, 'secretKeyRef', 'name'),
            value: value.kubernetesSecret.name,
          },
          {
            ...at(name, 'secretKeyRef', 'key'),
            value: value.kubernetesSecret.key,
          },
        ];
      }),
  );
}

/** `${IDENTITY_CLIENT_SECRET}`: the writer's own name for a secret that the record does not name. */
function isDefaultReference(value: unknown): boolean {
  return /^\$\{[A-Z_]+_CLIENT_SECRET\}$/.test(String(value));
}

/** What a setting is in a file: its text, its list, or the variable of its secret. */
function inFile(value: Setting['value']): FormEntry['value'] {
  return typeof value === 'object' && 'variable' in value
    ? `\${${value.variable}}`
    : value;
}

function applicationYaml(source: ConfigSource): FormEntry[] {
  return containerSettings(source, false, 'all').flatMap(
    ({ container, settings }) =>
      settings.flatMap((setting): FormEntry[] => {
        const { property, internalAddress, repeated } = setting;
        if (!property) return [];
        const value = inFile(setting.value);
        return [
          {
            container,
            path: property.split('.'),
            value,
            internalAddress,
            repeated,
            anyReference: isDefaultReference(value),
          },
        ];
      }),
  );
}

/** Every key that a form has for a source. A Secret manifest has none: it is read by its own names. */
export function formEntries(
  source: ConfigSource,
  format: Exclude<ConfigFormat, 'kubernetes-secret'>,
  style: EnvStyle = 'dotenv',
): FormEntry[] {
  switch (format) {
    case 'helm':
      return helm(source);
    case 'env':
      return env(source, style);
    default:
      return applicationYaml(source);
  }
}
