import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';
import { listed, listedEvidence } from '../listed';
import { NEEDED_ENDPOINTS } from './endpointsCheck';

/** Maximum number of addresses to look at; the largest known document has about forty. */
const MAX_ENDPOINTS = 500;

/** Maximum length of an address, in UTF-16 units. */
const MAX_URL = 4_096;

/** Addresses in the document by member name, the required ones first. */
export function endpointsOf(
  document: Readonly<Record<string, unknown>>,
): Array<{ member: string; url: string }> {
  const members = new Set<string>([
    ...NEEDED_ENDPOINTS,
    ...Object.keys(document).filter(
      member => member.endsWith('_endpoint') || member === 'jwks_uri',
    ),
  ]);
  return [...members].slice(0, MAX_ENDPOINTS).flatMap(member => {
    const url = Object.hasOwn(document, member) ? document[member] : undefined;
    return typeof url === 'string'
      ? [{ member, url: url.slice(0, MAX_URL) }]
      : [];
  });
}

function problemOf(text: string): 'form' | 'http' | undefined {
  if (!URL.canParse(text)) return 'form';
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password)
    return 'form';
  if (text.includes('#')) return 'form';
  return url.protocol === 'http:' ? 'http' : undefined;
}

const isPlain = (issuer: unknown) =>
  typeof issuer === 'string' && issuer.startsWith('http:');

const REASONS = {
  form: 'is no absolute https URL without fragment and credentials',
  http: 'uses plain http',
};

/** https and no fragment (RFC 6749 sections 3.1 and 3.2; RFC 8414 section 2). */
export const endpointUrlsCheck = checkOf(
  DOCUMENT,
  'discovery.endpoint-urls',
  ({ document, context }): Verdict => {
    const wrong = endpointsOf(document).flatMap(({ member, url }) => {
      const problem = problemOf(url);
      return problem ? [{ member, problem }] : [];
    });
    if (wrong.length === 0)
      return {
        result: 'pass',
        message: 'Every endpoint is an https URL without a fragment',
      };
    const needed = wrong.filter(({ member }) =>
      (NEEDED_ENDPOINTS as readonly string[]).includes(member),
    );
    // Plain http endpoints under an https issuer are never intended, not even for a trial.
    const tolerated =
      context.lint.insecureAllowed &&
      isPlain(document.issuer) &&
      wrong.every(({ problem }) => problem === 'http');
    const bad = needed.length > 0 ? 'fail' : 'warn';
    // A provider reached over plain http names plain http addresses: one cause, not two.
    const follows =
      isPlain(document.issuer) &&
      wrong.every(({ problem }) => problem === 'http');
    const graded = follows ? 'warn' : bad;
    return {
      result: tolerated ? 'info' : graded,
      message: listed(
        wrong.map(({ member, problem }) => `${member} ${REASONS[problem]}`),
        '; ',
      ),
      evidence: { members: listedEvidence(wrong.map(({ member }) => member)) },
      ...(follows ? { causedBy: 'transport.https' } : {}),
    };
  },
);
