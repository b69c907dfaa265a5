import {
  FINDINGS,
  type Finding,
  type FindingDefinition,
} from 'backstage-plugin-camunda-identity-common';
import type { PlannedFinding } from './checks/types';

/** Reported only when something is wrong: their silence means that all is well. */
const SILENT = /^(transport|record)\.|^client\.checked$/;

/** Credentials of a client: what is not told of them follows from what is. */
const FOLLOWING = /^client\.(secret|token)/;

const REASONS = {
  deadline: 'The run was ended before there was an answer',
  silent: 'The check had nothing to say',
};

function keyOf({ code, subject }: PlannedFinding): string {
  return `${code} ${subject?.kind} ${subject?.client ?? ''}`;
}

/**
 * What was planned of a subject and never told, as `unknown` with the reason.
 *
 * @param definitions - of codes that are not in the catalogue
 * @param why - `deadline`: the run was ended; `silent`: the checks are through
 */
export function unansweredFindings(
  plan: readonly PlannedFinding[],
  findings: readonly Finding[],
  why: keyof typeof REASONS,
  definitions: readonly FindingDefinition[] = [],
): Finding[] {
  const titles = new Map(
    [...FINDINGS, ...definitions].map(({ code, title }) => [code, title]),
  );
  const told = new Set(findings.map(keyOf));
  return plan.flatMap(entry => {
    const { code, subject } = entry;
    if (!subject || SILENT.test(code) || told.has(keyOf(entry))) return [];
    // A secret that was not sent, a token that was not issued: another finding says why.
    if (why === 'silent' && FOLLOWING.test(code)) return [];
    told.add(keyOf(entry));
    return [
      {
        code,
        result: 'unknown',
        subject,
        // A code of another package may lack its definition; that must not cost the report.
        title: titles.get(code) ?? code,
        message: REASONS[why],
      },
    ];
  });
}
