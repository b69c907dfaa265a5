import {
  findDefinition,
  type Finding,
  type FindingDefinition,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { KnownVerdict } from './KnownVerdict';

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

/** True for a finding with an actual verdict. */
export function isTold(
  entry: Finding,
): entry is Finding & { result: KnownVerdict['result'] } {
  return entry.result !== 'unknown' && entry.result !== 'skipped';
}

/** True for findings about a client's credentials, which another secret makes obsolete. */
export function isAboutCredentials(code: string): boolean {
  const group = findDefinition(code)?.group;
  return group === 'secret' || group === 'token';
}

/** What a code needs by default. */
const USUAL_NEEDS = [['discovery.document']];

const isSameSubject = (a: FindingSubject, b: FindingSubject) =>
  a.kind === b.kind && a.client === b.client;

/**
 * Whether a run that did not report a code shows that all is well: only if the run got far enough to see the
 * problem, according to the code's definition.
 *
 * @param definition - the definition of the verdict's code
 */
export function couldTell(
  findings: readonly Finding[],
  { code, subject }: KnownVerdict,
  definition: Partial<FindingDefinition> = {},
): boolean {
  const { needs = USUAL_NEEDS, group = code, oneOfGroup } = definition;
  const inGroup = (entry: Finding) =>
    (findDefinition(entry.code)?.group ?? entry.code) === group;
  if (needs.length === 0) return true;
  // Every way in which the same request can fail replaces the others, as its success does.
  if (
    oneOfGroup &&
    findings.some(entry => inGroup(entry) && entry.result === 'fail')
  )
    return true;
  const passed = (wanted: string) =>
    findings.some(
      entry =>
        entry.code === wanted &&
        entry.result === 'pass' &&
        (entry.subject.kind === 'provider' ||
          isSameSubject(entry.subject, subject)),
    );
  if (!needs.every(oneOf => oneOf.some(passed))) return false;
  if (oneOfGroup) return true;
  // The run was ended before everything had an answer.
  if (findings.some(entry => entry.code === 'transport.timeout')) return false;
  if (definition.reported === 'when-reached') return true;
  return !findings.some(
    entry =>
      inGroup(entry) && isSameSubject(entry.subject, subject) && !isTold(entry),
  );
}
