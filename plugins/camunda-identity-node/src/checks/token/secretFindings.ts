import {
  finding,
  type Finding,
  type FindingSubject,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { Candidate } from './candidates';
import { UNKNOWN_ERROR } from './oauthErrors';
import type { Refused, TokenOutcome } from './requestToken';

/** What the provider said: nothing but words that are known here. */
function answerOf(outcome: Refused): string {
  const { error, productCode, explanation, repeatsSecret } = outcome;
  const word = error === UNKNOWN_ERROR ? 'no OAuth error' : error;
  return [
    productCode ? `${word}, ${productCode}` : word,
    explanation?.cause.replace(/\.$/, ''),
    repeatsSecret ? 'The answer repeats «secret»; it is not shown' : undefined,
  ]
    .filter(text => text !== undefined)
    .join('. ');
}

/** What an issued token says of client ID and secret. */
export function issuedFindings(
  subject: FindingSubject,
  { authMethod }: Extract<TokenOutcome, { kind: 'issued' }>,
  durationMs: number,
): Finding[] {
  return [
    finding('client.secret', 'pass', subject, {
      message: `The provider accepts client ID and secret (${authMethod})`,
      evidence: { authMethod, grade: 'proved' },
    }),
    finding('client.token', 'pass', subject, {
      message: 'The provider issues a token for client credentials',
      durationMs,
    }),
    finding(
      'client.token-auth-method',
      authMethod === 'client_secret_basic' ? 'pass' : 'info',
      subject,
      {
        message:
          authMethod === 'client_secret_basic'
            ? 'client_secret_basic works'
            : 'client_secret_basic is refused, client_secret_post works',
        evidence: { authMethod },
      },
    ),
  ];
}

/** Statuses and errors by which a product refuses client authentication in its own way. */
function refusesClient(outcome: Refused, profile: ProviderProfile): boolean {
  if (outcome.error === 'invalid_client') return true;
  return (
    profile.profile === 'auth0' &&
    outcome.status === 401 &&
    outcome.error === 'access_denied'
  );
}

export interface RefusedFacts {
  candidate: Candidate;
  subject: FindingSubject;
  outcome: Refused;
  /** What came of an unknown code, where one was sent. */
  code?: TokenOutcome;
  profile: ProviderProfile;
  durationMs: number;
}

/** What a refused request says. HTTP status and OAuth error decide; the text only explains. */
export function refusedFindings(facts: RefusedFacts): Finding[] {
  const { candidate, subject, outcome, code, profile, durationMs } = facts;
  const known = outcome.explanation;
  const message = answerOf(outcome);
  const evidence = {
    status: outcome.status,
    error: outcome.error,
    authMethod: outcome.authMethod,
  };
  if (refusesClient(outcome, profile))
    return [
      finding('client.secret', 'fail', subject, {
        message: `The provider does not accept client ID and secret (${message})`,
        remedy:
          known?.fix ??
          (profile.admin.secret && `See ${profile.admin.secret}.`),
        evidence,
        durationMs,
      }),
    ];
  // A client that only signs people in does not need this grant.
  const needed = candidate.facts.grantTypes.includes('client_credentials');
  return [
    secretFinding(facts, code, message),
    finding('client.token', needed ? 'fail' : 'info', subject, {
      message: `The provider issues no token for client credentials (${message})`,
      remedy:
        known?.fix ??
        (profile.admin.grantTypes && `See ${profile.admin.grantTypes}.`),
      evidence,
      durationMs,
    }),
  ];
}

/** Where client credentials are not allowed, an unknown code tells. */
function secretFinding(
  { subject, outcome }: RefusedFacts,
  code: TokenOutcome | undefined,
  message: string,
): Finding {
  if (code?.kind === 'refused' && code.error === 'invalid_grant')
    return finding('client.secret', 'pass', subject, {
      message:
        'The provider accepts client ID and secret: it only refuses the code, which nobody has issued',
      evidence: {
        status: code.status,
        error: code.error,
        authMethod: code.authMethod,
        grade: 'likely',
      },
    });
  if (code?.kind === 'refused' && code.error === 'invalid_client')
    return finding('client.secret', 'fail', subject, {
      message: `The provider does not accept client ID and secret (${answerOf(
        code,
      )})`,
      evidence: { status: code.status, error: code.error },
    });
  return finding('client.secret', 'unknown', subject, {
    message: `The answer does not tell whether the secret is right (${message})`,
    evidence: { status: outcome.status, error: outcome.error },
  });
}
