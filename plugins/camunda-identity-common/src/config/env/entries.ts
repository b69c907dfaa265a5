import type { ClientKey } from '../../camunda';
import type { SecretPlace } from '../secretPlace';
import type { ContainerSettings, Setting } from '../settings';
import { springText } from '../spring';

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

/** Variables that a program reads as they stand, not Spring: Optimize's own up to 8.9. */
const READ_AS_THEY_STAND = /^CAMUNDA_OPTIMIZE_/;

/** Spring resolves `${…}` in a variable as it does in a file; what sets a property is read by Spring. */
function asSpringReads({ name, property, value }: Setting): Setting['value'] {
  if (!property || READ_AS_THEY_STAND.test(name ?? '')) return value;
  if (typeof value === 'string') return springText(value);
  return isList(value) ? value.map(springText) : value;
}

function entriesOf(setting: Setting): EnvEntry[] {
  // Only a file says it: its value is not asked for.
  if (setting.name === undefined) return [];
  const { name, indexed, comment, internalAddress, repeated } = setting;
  const value = asSpringReads(setting);
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
