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
 * The current knowledge about a record as a report: for each code and subject the finding that health rests on,
 * whichever run made it, and the undecided and skipped findings of the newest run.
 *
 * @param reports - those that the verdicts refer to, and the newest
 * @throws NotFoundError if the newest report has been deleted
 */
export function knownReport(
  stored: StoredConnection,
  reports: readonly Report[],
): Report {
  const newest = reports.find(({ id }) => id === stored.recent[0]?.reportId);
  if (!newest) throw new NotFoundError('The newest report has been deleted');
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
