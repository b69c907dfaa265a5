import {
  CHART_COMBINATIONS,
  type Combination,
  type Stands,
} from '../../camunda/charts/combinations';
import { deprecatedKey } from '../../camunda/charts/deprecatedKeys';
import { inRanges } from '../../camunda/charts/versionRanges';
import { finding, type Finding } from '../../checks';
import type { ReadKey } from './readKeys';
import type { Said } from './Said';

const RECORD = { kind: 'record' as const };

/** Which keys a file has, at whatever depth, and what they hold: `name`, `name.` (a map), `name[` (a list). */
function standsIn(keys: readonly ReadKey[]): Stands {
  const standing = new Set<string>();
  for (const { path } of keys) {
    let name = '';
    let inList = false;
    for (const part of path) {
      if (name && !inList) standing.add(`${name}.`);
      const base = part.replace(/\[\d+\]$/, '');
      name = name ? `${name}.${base}` : base;
      standing.add(name);
      inList = base !== part;
      if (inList) standing.add(`${name}[`);
    }
  }
  return key => standing.has(key);
}

/** Rules about several keys that hold for a file. */
export function combinations(
  keys: readonly ReadKey[],
  said: Said,
): Combination[] {
  const stands = standsIn(keys);
  return CHART_COMBINATIONS.filter(
    ({ versions, when }) =>
      inRanges(versions, said.version) && when(said, stands),
  );
}

/** Keys that do not go together in a chart. */
function combinationFindings(keys: readonly ReadKey[], said: Said): Finding[] {
  return combinations(keys, said).map(({ key, text, remedy, result }) => {
    const line =
      keys.find(({ path }) => path.join('.') === key)?.line ??
      said.lineNear(key);
    return finding(
      result === 'fail' ? 'config.refused-key' : 'config.key-together',
      result,
      RECORD,
      {
        message: `${key}${line ? ` (line ${line})` : ''}: ${text}`,
        remedy,
        evidence: { key, ...(line ? { line } : {}) },
      },
    );
  });
}

/** Keys of the cluster that the next chart does not read: one thing to say of a file, not one for each. */
function deprecatedFindings(keys: readonly ReadKey[], said: Said): Finding[] {
  const found = keys.flatMap(key => {
    if (key.form !== 'helm') return [];
    // A list of rules is deprecated as a whole.
    const path = key.path.join('.').replace(/\[\d+\].*$/, '');
    const property = deprecatedKey(
      path,
      [key.value].flat().join(','),
      said.version,
    );
    return property ? [{ path, property, line: key.line }] : [];
  });
  const [first] = found;
  if (!first) return [];
  const once = [...new Map(found.map(entry => [entry.path, entry])).values()];
  return [
    finding('config.deprecated-key', 'info', RECORD, {
      message: `The chart of 8.10 (15) still reads these keys and prints a warning; that of 8.11 (16) does not have them: ${once
        .map(
          ({ path, property, line }) => `${path} (line ${line}): ${property}`,
        )
        .join('; ')}`,
      remedy:
        'With the next chart, put the properties named beside them into a file under orchestration.extraConfiguration. Until then keep the keys: the chart uses the redirect URL for Identity as well.',
      evidence: {
        key: first.path,
        line: first.line,
        keys: once.map(({ path }) => path),
      },
    }),
  ];
}

/** What there is to say of the keys of a values file together. */
export function chartFindings(keys: readonly ReadKey[], said: Said): Finding[] {
  if (!said.isChart) return [];
  return [
    ...combinationFindings(keys, said),
    ...deprecatedFindings(keys, said),
  ];
}
