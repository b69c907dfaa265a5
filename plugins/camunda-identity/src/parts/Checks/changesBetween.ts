import type { Report } from 'backstage-plugin-camunda-identity-common/client';

/** Something that was found to have changed at the provider. */
export interface DatedChange {
  /** When it was seen first: ISO 8601. */
  at: string;
  text: string;
}

/** The check that compares the provider's documents with those of the run before. */
const CHANGED = 'discovery.document-changed';

/**
 * What changed at the provider: what the reports say of it themselves, and verdicts on the provider that
 * are others than in the report before.
 *
 * @param reports - newest first
 * @returns newest first
 */
export function changesBetween(reports: readonly Report[]): DatedChange[] {
  return reports.flatMap((report, index) => {
    const before = reports[index + 1];
    const at = report.finishedAt;
    const told = report.findings
      .filter(
        ({ code, result }) =>
          (code === CHANGED || code.startsWith('drift.')) &&
          (result === 'info' || result === 'warn'),
      )
      .map(({ message }) => ({ at, text: message }));
    if (!before) return told;
    const earlier = new Map(
      before.findings
        .filter(({ subject }) => subject.kind === 'provider')
        .map(finding => [finding.code, finding]),
    );
    const verdicts = report.findings.flatMap(finding => {
      const old = earlier.get(finding.code);
      const same = !old || old.result === finding.result;
      if (finding.subject.kind !== 'provider' || same) return [];
      if (finding.code === CHANGED || finding.code.startsWith('drift.'))
        return [];
      return [{ at, text: `${finding.title}: ${finding.message}` }];
    });
    return [...told, ...verdicts];
  });
}
