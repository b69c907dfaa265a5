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
 * Planned findings that were never made, as `unknown` with the reason.
 *
 * @param why - `deadline`: the run was ended; `silent`: all checks have finished
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
    // Another finding explains why a secret was not sent or a token not issued.
    if (why === 'silent' && reported === 'when-reached') return [];
    told.add(keyOf(entry));
    return [
      {
        code,
        result: 'unknown',
        subject,
        // A code of another package may lack a definition, which must not make the report fail.
        title: title ?? code,
        message: REASONS[why],
      },
    ];
  });
}
