import { findingDefinition, type FindingCode } from './catalogue';
import type {
  Finding,
  FindingResult,
  FindingSubject,
  ReportStatus,
  ReportSummary,
} from './types';

/**
 * Makes a finding with title and remedy of the catalogue; an inconclusive one has a remedy only where its code is
 * about that.
 *
 * @param overrides - `message` is what was found this time; a `remedy` replaces the catalogue's
 * @public
 */
export function finding(
  code: FindingCode,
  result: FindingResult,
  subject: FindingSubject,
  overrides: Pick<Finding, 'message'> &
    Partial<
      Pick<
        Finding,
        'remedy' | 'docsUrl' | 'evidence' | 'durationMs' | 'causedBy'
      >
    >,
): Finding {
  const { title, remedy, severity } = findingDefinition(code);
  // What could not be looked at needs no mending, unless that is what the finding is about.
  const bad =
    result === 'unknown'
      ? severity === 'unknown'
      : result !== 'pass' && result !== 'skipped';
  return {
    code,
    result,
    subject,
    title,
    message: overrides.message,
    remedy: overrides.remedy ?? (bad ? remedy : undefined),
    docsUrl: overrides.docsUrl,
    evidence: overrides.evidence,
    durationMs: overrides.durationMs,
    ...(overrides.causedBy ? { causedBy: overrides.causedBy } : {}),
  };
}

/** @public */
export function summarize(findings: readonly Finding[]): ReportSummary {
  const summary: ReportSummary = {
    pass: 0,
    info: 0,
    warn: 0,
    fail: 0,
    unknown: 0,
    skipped: 0,
  };
  for (const { result } of findings) summary[result] += 1;
  return summary;
}

/** Without these two nothing is known of a provider, however many other findings passed. */
const FOUNDATIONS = ['discovery.document', 'jwks.document'];

/**
 * The status of a set of verdicts: `fail` with any fail, else `warn` with any warn, else `pass` if
 * discovery and JWKS passed, else `unknown`. What follows from another finding is not counted.
 *
 * @public
 */
export function statusOf(
  all: ReadonlyArray<Pick<Finding, 'code' | 'result' | 'causedBy'>>,
): ReportStatus {
  const verdicts = all.filter(({ causedBy }) => causedBy === undefined);
  if (verdicts.some(({ result }) => result === 'fail')) return 'fail';
  if (verdicts.some(({ result }) => result === 'warn')) return 'warn';
  const founded = FOUNDATIONS.every(code =>
    verdicts.some(entry => entry.code === code && entry.result === 'pass'),
  );
  return founded ? 'pass' : 'unknown';
}
