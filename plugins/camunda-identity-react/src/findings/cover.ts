import type { ClientKey } from 'backstage-plugin-camunda-identity-common/facts';
import type {
  Connection,
  Coverage,
  Finding,
  FindingCode,
  ReportStatus,
} from 'backstage-plugin-camunda-identity-common/client';

/**
 * How many secrets of a record nobody has tried: those of confidential clients, less what was tested.
 *
 * @public
 */
export function secretsNotTested(
  connection: Pick<Connection, 'clients'>,
  coverage: Coverage,
): number {
  const confidential = connection.clients.filter(
    ({ clientType }) => clientType === 'confidential',
  ).length;
  return Math.max(0, confidential - coverage.clients.secretsTested);
}

/**
 * What the last check found for one application.
 *
 * @public
 */
export interface ApplicationVerdict {
  status: ReportStatus;
  kind: 'problem' | 'secret' | 'redirectUri' | 'untested' | 'none';
  /** Of the worst finding, where there is a problem. */
  finding?: Finding;
}

/** What is said of a secret, tested or not. */
const ABOUT_SECRETS: readonly string[] = [
  'client.secret',
  'client.secret-unbound',
  'client.secret-unreadable',
] satisfies FindingCode[];

/**
 * The verdict on one application: its worst problem, else what was verified, else that nothing was.
 *
 * @public
 */
export function applicationVerdict(
  findings: readonly Finding[],
  client: ClientKey,
): ApplicationVerdict {
  const own = findings.filter(({ subject }) => subject.client === client);
  for (const result of ['fail', 'warn'] as const) {
    const finding = own.find(entry => entry.result === result);
    if (finding) return { status: result, kind: 'problem', finding };
  }
  const passed = (code: string) =>
    own.some(entry => entry.code === code && entry.result === 'pass');
  if (passed('client.secret') || passed('client.token'))
    return { status: 'pass', kind: 'secret' };
  if (passed('client.redirect-uri'))
    return { status: 'pass', kind: 'redirectUri' };
  return own.some(({ code }) => ABOUT_SECRETS.includes(code))
    ? { status: 'unknown', kind: 'untested' }
    : { status: 'unknown', kind: 'none' };
}
