import { createHash } from 'node:crypto';
import {
  findDefinition,
  machineClientName,
  statusOf,
  type ClientKey,
  type ConnectionInput,
  type FindingSubject,
  type HealthEntry,
  type Report,
} from 'backstage-plugin-camunda-identity-common';
import type {
  CheckOutcome,
  Definitions,
  PlannedFinding,
} from 'backstage-plugin-camunda-identity-node';
import type { StoredConnection } from './StoredConnection';
import { couldTell, isAboutCredentials, isTold, keyOf } from './couldTell';
import type { KnownVerdict } from './KnownVerdict';

/** The fields of a record that a check run changes, never those that people edit. */
export type HealthUpdate = Pick<
  StoredConnection,
  'discovered' | 'verdicts' | 'recent' | 'status' | 'checkedAt'
>;

const MAX_RECENT = 30;

const SEVERITIES: readonly KnownVerdict['result'][] = [
  'pass',
  'info',
  'warn',
  'fail',
];

function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value))
    .digest('base64url')
    .slice(0, 16);
}

/** Fingerprint of the part of the record that a verdict on a subject is based on. */
function basisOf(data: ConnectionInput, subject: FindingSubject): string {
  switch (subject.kind) {
    case 'provider':
      return fingerprint(data.provider);
    case 'client': {
      const machine = machineClientName(subject.client ?? '');
      if (machine !== undefined)
        return fingerprint([
          data.provider,
          data.machineClients?.find(({ name }) => name === machine),
        ]);
      const component = subject.client?.split('.')[0] as
        | keyof ConnectionInput['components']
        | undefined;
      return fingerprint([
        data.provider,
        component && data.components[component],
      ]);
    }
    default:
      return fingerprint([
        data.camundaVersion,
        data.provider,
        data.components,
        data.initialClaim,
        ...(data.machineClients ? [data.machineClients] : []),
      ]);
  }
}

function isPlanned(plan: readonly PlannedFinding[], verdict: KnownVerdict) {
  return plan.some(
    entry =>
      entry.code === verdict.code &&
      (!entry.subject ||
        keyOf({ ...verdict, subject: entry.subject }) === keyOf(verdict)),
  );
}

function sameBasis(data: ConnectionInput, verdict: KnownVerdict) {
  return verdict.basis === basisOf(data, verdict.subject);
}

/** Verdicts after a run: those that it could renew are replaced, the others keep their dates. */
export function mergeVerdicts(
  data: ConnectionInput,
  before: readonly KnownVerdict[],
  plan: readonly PlannedFinding[],
  report: Pick<Report, 'id' | 'finishedAt' | 'findings'>,
  definitionOf: Definitions = findDefinition,
): KnownVerdict[] {
  const told = new Map<string, KnownVerdict>();
  for (const entry of report.findings) {
    const known = told.get(keyOf(entry));
    if (
      isTold(entry) &&
      (!known ||
        SEVERITIES.indexOf(entry.result) > SEVERITIES.indexOf(known.result))
    )
      told.set(keyOf(entry), {
        code: entry.code,
        subject: entry.subject,
        result: entry.result,
        at: report.finishedAt,
        reportId: report.id,
        basis: basisOf(data, entry.subject),
        ...(entry.causedBy ? { causedBy: entry.causedBy } : {}),
      });
  }
  // A run that ended later may have been stored earlier.
  for (const verdict of before)
    if (verdict.at > report.finishedAt && sameBasis(data, verdict))
      told.set(keyOf(verdict), verdict);
  const untold = new Set(
    report.findings.filter(entry => !isTold(entry)).map(keyOf),
  );
  const kept = before.filter(
    verdict =>
      sameBasis(data, verdict) &&
      // No check has this code any more, so none could ever clear it.
      definitionOf(verdict.code) !== undefined &&
      !told.has(keyOf(verdict)) &&
      // The run planned the code and could have seen the problem, but did not report it, so it is solved.
      (verdict.at > report.finishedAt ||
        !isPlanned(plan, verdict) ||
        untold.has(keyOf(verdict)) ||
        !couldTell(report.findings, verdict, definitionOf(verdict.code))),
  );
  return [...kept, ...told.values()];
}

/**
 * Verdicts that were stored while a clock was ahead count as older than the run that has just ended; otherwise
 * they would win until the clock reaches their date.
 */
function withoutFuture(
  { verdicts, recent }: StoredConnection,
  report: Pick<Report, 'startedAt'>,
  now: string,
): Pick<StoredConnection, 'verdicts' | 'recent'> {
  const past = (at: string) => (at > now ? report.startedAt : at);
  return {
    verdicts: verdicts.map(entry => ({ ...entry, at: past(entry.at) })),
    recent: recent.map(entry => ({
      ...entry,
      checkedAt: past(entry.checkedAt),
    })),
  };
}

/**
 * A record's health after a run.
 *
 * @param definitionOf - finds the definition of a code; undefined if no check has it any more
 * @param now - time of storing
 */
export function afterRun(
  stored: StoredConnection,
  outcome: Pick<CheckOutcome, 'plan' | 'discovered'>,
  report: Report,
  definitionOf?: Definitions,
  now: Date = new Date(),
): HealthUpdate {
  const known = withoutFuture(stored, report, now.toISOString());
  const verdicts = mergeVerdicts(
    stored.data,
    known.verdicts,
    outcome.plan,
    report,
    definitionOf,
  );
  const entry: HealthEntry = {
    status: report.status,
    checkedAt: report.finishedAt,
    reportId: report.id,
  };
  const recent = [entry, ...known.recent].sort((a, b) =>
    b.checkedAt.localeCompare(a.checkedAt),
  );
  return {
    discovered: outcome.discovered ?? stored.discovered,
    verdicts,
    recent: recent.slice(0, MAX_RECENT),
    status: statusOf(verdicts),
    checkedAt: recent[0].checkedAt,
  };
}

/** A record's health without the verdicts on a client's credentials, after its secret was replaced or deleted. */
export function withoutCredentials(
  stored: StoredConnection,
  client: ClientKey,
): HealthUpdate {
  const verdicts = stored.verdicts.filter(
    ({ code, subject }) =>
      subject.client !== client || !isAboutCredentials(code),
  );
  const { discovered, recent, checkedAt } = stored;
  return {
    discovered,
    recent,
    checkedAt,
    verdicts,
    status: statusOf(verdicts),
  };
}

/** Identifies the discovery document of a provider; its other settings do not change the discovered addresses. */
function documentOf({ provider }: ConnectionInput): string {
  return fingerprint(
    provider.type === 'GENERIC'
      ? [provider.issuer]
      : [provider.tenantId, provider.cloud],
  );
}

/** A record after an edit, without verdicts on changed parts. */
export function afterEdit(
  before: StoredConnection,
  after: StoredConnection,
): StoredConnection {
  const verdicts = after.verdicts.filter(verdict =>
    sameBasis(after.data, verdict),
  );
  return {
    ...after,
    verdicts,
    discovered:
      documentOf(before.data) === documentOf(after.data)
        ? after.discovered
        : undefined,
    status: statusOf(verdicts),
  };
}
