import { chartRules } from '../../../camunda/charts/chartRules';
import { chartKey, chartKeyTree } from '../../../camunda/charts/chartKeyTree';
import { propertiesOfPath } from '../../../camunda/properties/lookup';
import { chartKeyRule, type CamundaVersion } from '../../../camunda';
import type { FileKey } from '../types';

/** Values of a chart never stand deeper inside something else. */
const MAX_PREFIX = 7;

/** Old sections that newer charts only have rules for. */
const OLD_ROOTS = new Set(['operate', 'tasklist', 'zeebe', 'zeebeGateway']);

function isChartKey(path: readonly string[], version: CamundaVersion): boolean {
  return (
    chartKey(path, version).known === 'key' ||
    chartKeyRule(path.join('.'), version) !== undefined ||
    chartRules(path, version).length > 0
  );
}

interface Score {
  score: number;
  prefix: readonly string[];
}

/** How many keys are those of a chart when they stand under a prefix; the prefix under which most are. */
export function scoreAsValues(
  keys: readonly FileKey[],
  version: CamundaVersion,
): Score {
  const roots = chartKeyTree(version).children;
  const scores = new Map<string, Score>();
  for (const { path } of keys)
    for (let at = 0; at < Math.min(path.length - 1, MAX_PREFIX); at++) {
      if (!roots.has(path[at]) && !OLD_ROOTS.has(path[at])) continue;
      if (!isChartKey(path.slice(at), version)) continue;
      const prefix = path.slice(0, at);
      const id = prefix.join('\u0000');
      const known = scores.get(id) ?? { score: 0, prefix };
      known.score += 1;
      scores.set(id, known);
    }
  let best: Score = { score: 0, prefix: [] };
  for (const candidate of scores.values())
    if (
      candidate.score > best.score ||
      (candidate.score === best.score &&
        candidate.prefix.length < best.prefix.length)
    )
      best = candidate;
  return underParent(scores.values(), best, keys);
}

/** A parent chart may hold `global` beside the chart's own section, which then has the rest. */
function underParent(
  scores: Iterable<Score>,
  best: Score,
  keys: readonly FileKey[],
): Score {
  const isOnlyGlobal =
    best.score > 0 &&
    best.prefix.length === 0 &&
    best.score === keys.filter(({ path }) => path[0] === 'global').length;
  const [section] = isOnlyGlobal
    ? [...scores].filter(({ prefix }) => prefix.length === 1)
    : [];
  return section
    ? { prefix: section.prefix, score: section.score + best.score }
    : best;
}

/** How many keys are properties of an application; of this version count more than those of others. */
export function scoreAsApplication(
  keys: readonly FileKey[],
  version: CamundaVersion,
): number {
  let score = 0;
  for (const { path } of keys)
    if (propertiesOfPath(path, version).length) score += 1;
    else if (propertiesOfPath(path, 'any').length) score += 0.5;
  return score;
}
