import { toldBy } from 'backstage-plugin-camunda-identity-common';
import type { HealthDigest, StoredConnection } from './StoredConnection';

/** The report of the newest bad verdict, otherwise the latest one. */
function tellingReport({
  status,
  verdicts,
  recent,
}: Pick<StoredConnection, 'status' | 'verdicts' | 'recent'>) {
  const last = recent[0]?.reportId;
  if (status === 'pass' || status === 'unknown') return last;
  const [newest] = verdicts
    .filter(({ result, causedBy }) => result === status && !causedBy)
    .sort((a, b) => b.at.localeCompare(a.at));
  return newest?.reportId ?? last;
}

/** Computes the digest of a record's health. */
export function healthDigest(
  health: Pick<StoredConnection, 'status' | 'verdicts' | 'recent'>,
): HealthDigest {
  return { told: toldBy(health.verdicts), reportId: tellingReport(health) };
}
