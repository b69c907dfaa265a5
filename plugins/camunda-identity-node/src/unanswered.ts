import type { Finding } from 'backstage-plugin-camunda-identity-common';
import type { PlannedFinding } from './checks/types';
import type { Definitions } from './definitions';

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
 * @param why - `deadline`: the run was ended; `silent`: the checks are through
 */
export function unansweredFindings(
  plan: readonly PlannedFinding[],
  findings: readonly Finding[],
  why: keyof typeof REASONS,
  definitionOf: Definitions,
): Finding[] {
  const told = new Set(findings.map(keyOf));
  return plan.flatMap(entry => {
    const { code, subject } = entry;
    const { reported, title } = definitionOf(code) ?? {};
    if (!subject || reported === 'when-wrong' || told.has(keyOf(entry)))
      return [];
    // A secret that was not sent, a token that was not issued: another finding says why.
    if (why === 'silent' && reported === 'when-reached') return [];
    told.add(keyOf(entry));
    return [
      {
        code,
        result: 'unknown',
        subject,
        // A code of another package may lack its definition; that must not cost the report.
        title: title ?? code,
        message: REASONS[why],
      },
    ];
  });
}
