import type {
  Finding,
  FindingResult,
} from 'backstage-plugin-camunda-identity-common';
import type { Definitions } from './definitions';

const RANKS: Readonly<Partial<Record<FindingResult, number>>> = {
  fail: 3,
  warn: 2,
  info: 1,
};

const rankOf = ({ result }: Finding) => RANKS[result] ?? 0;

function causeOf(
  effect: Finding,
  all: readonly Finding[],
  definitionOf: Definitions,
): Finding | undefined {
  for (const rule of definitionOf(effect.code)?.causedBy ?? []) {
    const cause = all.find(
      entry =>
        entry.code === rule.code &&
        // A finding that does not count must not hide a worse one.
        rankOf(entry) > 0 &&
        rankOf(entry) >= rankOf(effect) &&
        (!rule.sameClient || entry.subject.client === effect.subject.client) &&
        (rule.when?.(effect, entry) ?? true),
    );
    if (cause) return cause;
  }
  return undefined;
}

/**
 * Adds to a finding what it follows from, according to its definition.
 *
 * @param all - what was found so far
 * @returns the same finding where it follows from none of them
 */
export function withCause(
  effect: Finding,
  all: readonly Finding[],
  definitionOf: Definitions,
): Finding {
  if (effect.result === 'pass' || effect.result === 'skipped') return effect;
  const cause = causeOf(effect, all, definitionOf);
  return cause ? { ...effect, causedBy: cause.code } : effect;
}

/** Removes causes that were not found after all, so that their effects count on their own. */
function withoutMissing(entry: Finding, codes: ReadonlySet<string>): Finding {
  if (!entry.causedBy || codes.has(entry.causedBy)) return entry;
  const { causedBy: _, ...rest } = entry;
  return rest;
}

/** All findings with their causes, once the run is complete. */
export function withCauses(
  findings: readonly Finding[],
  definitionOf: Definitions,
): Finding[] {
  const bad = new Set(
    findings.filter(entry => rankOf(entry) > 0).map(({ code }) => code),
  );
  return findings.map(entry =>
    withoutMissing(withCause(entry, findings, definitionOf), bad),
  );
}
