import type { Finding } from 'backstage-plugin-camunda-identity-common/client';

/**
 * One thing to do: findings of one kind, and those that only follow from them.
 *
 * @public
 */
export interface Cause {
  code: string;
  result: 'fail' | 'warn';
  /** At least one; several if several applications have the same problem. */
  findings: Finding[];
  consequences: Finding[];
}

function isTrouble(
  finding: Finding,
): finding is Finding & { result: 'fail' | 'warn' } {
  return finding.result === 'fail' || finding.result === 'warn';
}

/**
 * What has to be done, most severe first, one entry per cause.
 *
 * @public
 */
export function causesOf(findings: readonly Finding[]): Cause[] {
  const codes = new Set(findings.filter(isTrouble).map(({ code }) => code));
  const follows = ({ code, causedBy }: Finding) =>
    causedBy !== undefined && causedBy !== code && codes.has(causedBy);
  const causes = new Map<string, Cause>();
  for (const finding of findings) {
    if (!isTrouble(finding) || follows(finding)) continue;
    const { code, result } = finding;
    const cause = causes.get(`${result} ${code}`);
    if (cause) cause.findings.push(finding);
    else
      causes.set(`${result} ${code}`, {
        code,
        result,
        findings: [finding],
        consequences: [],
      });
  }
  const list = [...causes.values()];
  for (const finding of findings) {
    if (!follows(finding)) continue;
    const of = list.filter(({ code }) => code === finding.causedBy);
    const { client } = finding.subject;
    const cause =
      of.find(entry =>
        entry.findings.some(({ subject }) => subject.client === client),
      ) ?? of[0];
    // Consequences of consequences are listed with the root cause.
    if (cause) cause.consequences.push(finding);
  }
  const weight = { fail: 0, warn: 1 };
  return list.sort((a, b) => weight[a.result] - weight[b.result]);
}
