import { NotFoundError } from '@backstage/errors';
import {
  coverageOf,
  describeClients,
  summarize,
  toldBy,
  type Finding,
  type Report,
} from 'backstage-plugin-camunda-identity-common';
import { isTold, keyOf } from './couldTell';
import type { StoredConnection } from './StoredConnection';

/**
 * What is known of a record, in the shape of a report: for each code and subject the finding that health
 * rests on, whichever run made it; and what the newest run could not tell or did not look at.
 *
 * @param reports - those that the verdicts name, and the newest
 * @throws NotFoundError where the newest report is not kept any more
 */
export function knownReport(
  stored: StoredConnection,
  reports: readonly Report[],
): Report {
  const newest = reports.find(({ id }) => id === stored.recent[0]?.reportId);
  if (!newest)
    throw new NotFoundError('The newest report is not kept any more');
  const byId = new Map(reports.map(report => [report.id, report]));
  const findings = stored.verdicts.flatMap<Finding>(verdict => {
    const found = byId
      .get(verdict.reportId)
      ?.findings.find(
        entry =>
          keyOf(entry) === keyOf(verdict) && entry.result === verdict.result,
      );
    return found ? [found] : [];
  });
  const told = new Set(findings.map(keyOf));
  findings.push(
    ...newest.findings.filter(
      entry => !isTold(entry) && !told.has(keyOf(entry)),
    ),
  );
  const clients = describeClients(stored.data).map(({ key }) => key);
  return {
    ...newest,
    status: stored.status,
    summary: summarize(findings),
    coverage: coverageOf(clients, toldBy(stored.verdicts)),
    findings,
  };
}
