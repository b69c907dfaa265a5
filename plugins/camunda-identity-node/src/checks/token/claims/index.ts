import { decodeJwt, decodeProtectedHeader } from 'jose';
import {
  finding,
  type Finding,
  type FindingCode,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext } from '../../types';
import { judgeAudience } from './audience';
import { judgeClient } from './client';
import { judgeIssuer } from './issuer';
import { judgeLifetime } from './lifetime';
import { judgeSignature } from './signature';
import type { TokenFacts, TokenJudge, TokenOwner } from './types';

export type { TokenOwner } from './types';
import { judgeVersion } from './version';

const JUDGES: ReadonlyArray<readonly [FindingCode, TokenJudge]> = [
  ['client.token-signature', judgeSignature],
  ['client.token-version', judgeVersion],
  ['client.token-issuer', judgeIssuer],
  ['client.token-audience', judgeAudience],
  ['client.token-lifetime', judgeLifetime],
  ['client.token-client', judgeClient],
];

/** Codes about the content of a token and how it was obtained. */
export const TOKEN_CODES: readonly FindingCode[] = [
  'client.token-auth-method',
  'client.token-format',
  ...JUDGES.map(([code]) => code),
];

function decode(token: string) {
  try {
    return { header: decodeProtectedHeader(token), claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

/**
 * A token of another version has another issuer, audience and client claim, so that advice on those would
 * mislead.
 */
const OF_VERSION = [
  'client.token-issuer',
  'client.token-audience',
  'client.token-client',
];

function ofOldVersion(findings: readonly Finding[]): Finding[] {
  const code = 'client.token-version';
  const isOld = findings.some(
    entry => entry.code === code && entry.result === 'fail',
  );
  return findings.map(entry =>
    isOld &&
    OF_VERSION.includes(entry.code) &&
    ['warn', 'fail'].includes(entry.result)
      ? { ...entry, remedy: undefined, causedBy: code }
      : entry,
  );
}

/** What an access token says (RFC 9068 section 4). The token itself is in no finding. */
export async function tokenFindings(
  context: CheckContext,
  candidate: TokenOwner,
  token: string,
): Promise<Finding[]> {
  const subject: FindingSubject = {
    kind: 'client',
    client: candidate.facts.key,
  };
  const profile = await context.profile();
  const decoded = decode(token);
  if (!decoded)
    return [
      finding('client.token-format', 'unknown', subject, {
        message:
          'The access token is opaque (no JWT), so that nothing can be said of what is in it',
        remedy: profile.admin.audience && `See ${profile.admin.audience}.`,
      }),
    ];
  const facts: TokenFacts = {
    token,
    header: decoded.header as Record<string, unknown>,
    claims: decoded.claims,
    candidate,
    profile,
    context,
  };
  const findings = [
    finding('client.token-format', 'pass', subject, {
      message: 'The access token is a JWT',
    }),
  ];
  for (const [code, judge] of JUDGES) {
    const verdict = await judge(facts);
    if (verdict) {
      const { result, ...rest } = verdict;
      findings.push(finding(code, result, subject, rest));
    }
  }
  return ofOldVersion(findings);
}
