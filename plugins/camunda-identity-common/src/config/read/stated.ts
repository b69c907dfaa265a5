import { finding, type Finding } from '../../checks';
import { displayKey } from './displayKey';
import type { Said } from './Said';

/** A place of a file that another place takes back. */
export function disagreement(
  key: string,
  line: number | undefined,
  text: string,
  remedy: string,
): Finding {
  return finding(
    'config.key-together',
    'warn',
    { kind: 'record' },
    {
      message: `${key}${line ? ` (line ${line})` : ''}: ${text}`,
      remedy,
      evidence: { key, ...(line ? { line } : {}) },
    },
  );
}

/** A setting of one of several names, whichever the file has. */
export interface StatedSetting {
  name: string;
  value: string;
  line?: number;
}

export function chartSetting(
  said: Said,
  names: readonly string[],
): StatedSetting[] {
  return names.flatMap(name => {
    const value = said.chart(name);
    return value && value !== '{}'
      ? [{ name, value, line: said.lineNear(name) }]
      : [];
  });
}

export function propertySetting(
  said: Said,
  container: string,
  names: readonly string[],
): StatedSetting[] {
  return names.flatMap(name => {
    const key = said.keyOf(container, name);
    const value = said.property(container, name);
    return key && value
      ? [{ name: displayKey(key), value, line: key.line }]
      : [];
  });
}
