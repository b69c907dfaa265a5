import type { ClientKey } from '../../camunda';
import type { SecretPlace } from '../secretPlace';
import type { ContainerSettings, Setting } from '../settings';

/** A variable of a container. */
export interface EnvEntry
  extends Pick<Setting, 'comment' | 'internalAddress' | 'repeated'> {
  name: string;
  value: string | SecretPlace;
}

/** The variables of one container. */
export interface EnvSection {
  client: ClientKey;
  /** Name of the container, also of the file. */
  container: string;
  comments: string[];
  entries: EnvEntry[];
}

/** True for a list, which TypeScript does not tell of a read-only one by itself. */
function isList(value: Setting['value']): value is readonly string[] {
  return Array.isArray(value);
}

function entriesOf(setting: Setting): EnvEntry[] {
  const { name, value, indexed, comment, internalAddress, repeated } = setting;
  if (name === undefined) return [];
  const entry = { name, comment, internalAddress, repeated };
  if (typeof value === 'boolean') return [{ ...entry, value: String(value) }];
  if (!isList(value)) return [{ ...entry, value }];
  // A value with a comma would become two.
  if (!indexed && !value.some(item => item.includes(',')))
    return [{ ...entry, value: value.join(',') }];
  return value.map((item, index) => ({
    ...entry,
    name: `${name}_${index}`,
    value: item,
    comment: index === 0 ? comment : undefined,
  }));
}

/** A container's settings as variables. */
export function envSection({
  client,
  container,
  comments,
  settings,
}: ContainerSettings): EnvSection {
  return { client, container, comments, entries: settings.flatMap(entriesOf) };
}
