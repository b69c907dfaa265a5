import type {
  Finding,
  FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from './Verdict';

/** Code and subject of a finding or verdict, as one text. */
export function keyOf({
  code,
  subject,
}: {
  code: string;
  subject: FindingSubject;
}) {
  return `${code} ${subject.kind} ${subject.client ?? ''}`;
}

/** True for a finding that says how things are. */
export function isTold(
  entry: Finding,
): entry is Finding & { result: Verdict['result'] } {
  return entry.result !== 'unknown' && entry.result !== 'skipped';
}

/** Findings about the same credentials of a client: without an accepted secret there is no token to judge. */
export const CREDENTIALS = /^client\.(secret|token)/;

function passed(findings: readonly Finding[], code: string) {
  return findings.some(entry => entry.code === code && entry.result === 'pass');
}

/**
 * Checks report some codes only when something is wrong. Whether the silence of a run about such a code
 * means that all is well: only where the run got far enough to see it.
 */
export function couldTell(
  findings: readonly Finding[],
  verdict: Verdict,
): boolean {
  const [area] = verdict.code.split('.');
  if (area === 'record') return true;
  if (area === 'transport')
    // Every way in which the one request can fail, or its success, replaces the others.
    return findings.some(
      ({ code, result }) =>
        (code === 'discovery.document' && result === 'pass') ||
        (code.startsWith('transport.') && result === 'fail'),
    );
  // The run was ended before all of it had an answer.
  if (findings.some(({ code }) => code === 'transport.timeout')) return false;
  if (!passed(findings, 'discovery.document')) return false;
  if (area === 'discovery') return true;
  if (area === 'jwks') return passed(findings, 'jwks.document');
  const ofSubject = findings.filter(
    ({ subject }) =>
      keyOf({ code: '', subject }) ===
      keyOf({ code: '', subject: verdict.subject }),
  );
  if (CREDENTIALS.test(verdict.code))
    return (
      passed(ofSubject, 'client.secret') || passed(ofSubject, 'client.token')
    );
  const family = verdict.code.split('-')[0];
  return !ofSubject.some(
    entry => entry.code.startsWith(family) && !isTold(entry),
  );
}
