import type { CamundaVersion } from '../versions';
import { CHART_RULES } from './rules.data';
import { inRanges } from './versionRanges';

/**
 * What a chart does with a key (read in its templates).
 *
 * - `refused`: rendering stops
 * - `ignored`: no template reads it
 * - `stillRead`: an old name with effect
 * - `warned`: the chart prints a notice
 * - `requires`: `use` has to be there as well
 * - `renamedFrom`: `use` is the old name
 */
export type ChartRuleKind =
  | 'refused'
  | 'ignored'
  | 'stillRead'
  | 'warned'
  | 'requires'
  | 'renamedFrom';

/** When a rule holds, as far as one file can tell. */
export type ChartRuleCondition =
  | 'always'
  | 'present'
  | 'set'
  | 'true'
  | 'changed'
  | 'issuer'
  | 'connected'
  | 'compat';

export interface ChartRule {
  /** Dotted path; `.*` at its end stands for everything under it. */
  key: string;
  kind: ChartRuleKind;
  condition: ChartRuleCondition;
  /** The other key: the replacement, what is required, the old name. */
  use?: string;
}

const tables = new Map<CamundaVersion, Map<string, ChartRule[]>>();

function rulesOf(version: CamundaVersion): Map<string, ChartRule[]> {
  const known = tables.get(version);
  if (known) return known;
  const table = new Map<string, ChartRule[]>();
  for (const row of CHART_RULES.split('\n')) {
    const [key, kind, ranges, condition, use] = row.split(' ');
    if (!ranges || !inRanges(ranges, version)) continue;
    const rule = {
      key,
      kind,
      condition,
      use: use === '-' ? undefined : use,
    } as ChartRule;
    table.set(key, [...(table.get(key) ?? []), rule]);
  }
  tables.set(version, table);
  return table;
}

/** Rules of a version's chart about a key or one of the sections it stands in. */
export function chartRules(
  path: readonly string[],
  version: CamundaVersion,
): ChartRule[] {
  const table = rulesOf(version);
  const found = [...(table.get(path.join('.')) ?? [])];
  for (let length = path.length - 1; length > 0; length--) {
    const section = path.slice(0, length).join('.');
    for (const rule of [
      ...(table.get(`${section}.*`) ?? []),
      // `identityKeycloak` refused means everything under it.
      ...(table.get(section) ?? []),
    ])
      if (rule.kind !== 'requires') found.push(rule);
  }
  return found;
}
