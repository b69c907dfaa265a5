import type { ClientKey } from 'backstage-plugin-camunda-identity-common/facts';
import type {
  Connection,
  Coverage,
  Finding,
  FindingCode,
  ReportStatus,
} from 'backstage-plugin-camunda-identity-common/client';

/**
 * Number of untested secrets of a record: confidential clients minus tested ones.
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
 * The result of the last check for one application.
 *
 * @public
 */
export interface ApplicationVerdict {
  status: ReportStatus;
  kind: 'problem' | 'secret' | 'redirectUri' | 'untested' | 'none';
  /** Title of the worst finding, if there is a problem. */
  finding?: Finding;
}

/** Text about a secret, tested or not. */
const ABOUT_SECRETS: readonly string[] = [
  'client.secret',
  'client.secret-unbound',
  'client.secret-unreadable',
] satisfies FindingCode[];

/**
 * The verdict on one application: its worst problem, otherwise what was verified, otherwise that nothing was.
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
