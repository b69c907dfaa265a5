import type { CamundaVersion } from '../versions';
import { CHART_KEYS } from './keys.data';
import { inRanges } from './versionRanges';

/** A key of a chart's values.yaml; leaves have a default. */
export interface ChartKeyNode {
  children: Map<string, ChartKeyNode>;
  /** JSON of the chart's default; undefined for a key that only has others below it. */
  default?: unknown;
}

/** Parts of the chart that come from subcharts, or hold whatever a team puts there. */
const OPEN_ROOTS = [
  'identityKeycloak',
  'identityPostgresql',
  'webModelerPostgresql',
  'postgresql',
  'elasticsearch',
  'prometheusServiceMonitor',
  'retentionPolicy',
];

/** The chart hands the cluster's roles on as they stand; values.yaml only has those with a default. */
const MEMBERS_OF_ROLE =
  /^orchestration\.security\.initialization\.defaultRoles\.[^.]+\.(users|clients|groups|roles|mappingRules)$/;

const trees = new Map<CamundaVersion, ChartKeyNode>();

/** The keys of a version's chart as a tree; built once. */
export function chartKeyTree(version: CamundaVersion): ChartKeyNode {
  const known = trees.get(version);
  if (known) return known;
  const root: ChartKeyNode = { children: new Map() };
  for (const row of CHART_KEYS.split('\n')) {
    const [path, ranges, ...json] = row.split(' ');
    if (!ranges || !inRanges(ranges, version)) continue;
    let node = root;
    for (const name of path.split('.')) {
      const next = node.children.get(name) ?? { children: new Map() };
      node.children.set(name, next);
      node = next;
    }
    node.default = JSON.parse(json.join(' '));
  }
  trees.set(version, root);
  return root;
}

/** What a chart knows of a path. */
export interface ChartKeyFacts {
  /** `key`: as it stands in values.yaml; `open`: below a key that takes anything; `unknown`. */
  known: 'key' | 'open' | 'unknown';
  default?: unknown;
}

function isOpen(value: unknown): boolean {
  return value === null || typeof value === 'object';
}

/** Looks a key of a values file up in the chart of a version. */
export function chartKey(
  path: readonly string[],
  version: CamundaVersion,
): ChartKeyFacts {
  let node = chartKeyTree(version);
  for (const [depth, name] of path.entries()) {
    const next = node.children.get(name.replace(/\[\d+\]$/, ''));
    if (!next) {
      const open =
        depth > 0 &&
        (isOpen(node.default ?? 0) ||
          OPEN_ROOTS.includes(path[0]) ||
          MEMBERS_OF_ROLE.test(path.join('.')));
      return { known: open ? 'open' : 'unknown' };
    }
    node = next;
  }
  return { known: 'key', default: node.default };
}
