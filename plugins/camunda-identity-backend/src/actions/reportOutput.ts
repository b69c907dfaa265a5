import type { Finding, Report } from 'backstage-plugin-camunda-identity-common';
import type { z as z3 } from 'zod/v3';
import { findingOutput, shortFinding } from './summary';

/** The results of a finding. */
export const FINDING_RESULTS = [
  'pass',
  'info',
  'warn',
  'fail',
  'unknown',
  'skipped',
] as const satisfies ReadonlyArray<Finding['result']>;

const ORDER: Finding['result'][] = ['fail', 'warn', 'unknown', 'info'];

/** Maximum length of the findings, so that a reader with a small context gets what matters. */
const MAX_BYTES = 2000;

/**
 * A report for a tool: causes by severity, without findings that passed, were skipped or only follow from
 * others; what does not fit is counted.
 */
export function reportOutput(report: Report) {
  const causes = ORDER.flatMap(wanted =>
    report.findings.filter(
      ({ result, causedBy }) => result === wanted && !causedBy,
    ),
  ).map(shortFinding);
  let bytes = 0;
  const findings = causes.filter((entry, n) => {
    bytes += Buffer.byteLength(JSON.stringify(entry));
    return n === 0 || bytes <= MAX_BYTES;
  });
  return {
    reportId: report.id,
    status: report.status,
    summary: { ...report.summary },
    ...(report.coverage
      ? {
          clientsChecked: `${report.coverage.clients.checked} of ${report.coverage.clients.total}`,
        }
      : {}),
    findings,
    ...(causes.length > findings.length
      ? { moreFindings: causes.length - findings.length }
      : {}),
  };
}

/** The same shape, declared for the registry. */
export function reportOutputSchema(zod: typeof z3) {
  return zod.object({
    reportId: zod.string().describe('Read in full by the action get-report'),
    status: zod.enum(['pass', 'warn', 'fail', 'unknown']),
    summary: zod.record(zod.number()),
    clientsChecked: zod.string().optional(),
    findings: zod
      .array(findingOutput(zod))
      .describe('Causes by severity, without consequences and passed findings'),
    moreFindings: zod.number().optional(),
  });
}
