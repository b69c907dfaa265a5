import {
  finding,
  type Finding,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import { authMethodFinding } from './authMethodFinding';
import type { SecretFacts } from './secretFacts';
import { asToStrangers } from './controls';
import { UNKNOWN_ERROR } from './oauthErrors';
import type { Mute, Refused, TokenOutcome } from './outcomes';

type Issued = Extract<TokenOutcome, { kind: 'issued' }>;

/** The provider's answer in known words only. */
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

/** What an issued token says about client ID and secret. */
export function issuedFindings(facts: SecretFacts, outcome: Issued): Finding[] {
  const { subject, controls, durationMs } = facts;
  const { authMethod } = outcome;
  const worthless =
    (controls.secret?.kind === 'issued' && 'client.any-secret') ||
    (controls.client?.kind === 'issued' && 'client.any-client');
  return [
    worthless
      ? finding('client.secret', 'unknown', subject, {
          message:
            'The provider issues a token for this secret, and for one that cannot be right as well',
          evidence: { authMethod, grade: 'unknown' },
          causedBy: worthless,
        })
      : finding('client.secret', 'pass', subject, {
          message: `The provider accepts client ID and secret (${authMethod})`,
          evidence: { authMethod, grade: 'proved' },
        }),
    finding('client.token', 'pass', subject, {
      message: 'The provider issues a token for client credentials',
      durationMs,
    }),
    authMethodFinding(facts, outcome),
  ];
}

/** Statuses and errors by which a product refuses client authentication in its own way. */
function refusesClient(outcome: Refused, profile: ProviderProfile): boolean {
  if (outcome.error === 'invalid_client') return true;
  return (profile.clientRefusals ?? []).some(
    ({ status, error }) => outcome.status === status && outcome.error === error,
  );
}

/** A client that only signs people in does not need this grant. */
function needsToken({ candidate }: SecretFacts): boolean {
  return candidate.facts.grantTypes.includes('client_credentials');
}

/** A request without a usable answer says nothing about the secret. */
export function brokenFindings(
  { subject, durationMs }: SecretFacts,
  { message, status }: Extract<TokenOutcome, { kind: 'broken' }>,
  everybody: boolean,
): Finding[] {
  const evidence = status === undefined ? undefined : { status };
  return [
    finding('client.secret', 'unknown', subject, {
      message,
      causedBy: everybody ? 'discovery.token-endpoint' : 'client.token',
    }),
    finding('client.token', 'fail', subject, {
      message: `The provider issues no token. ${message}`,
      evidence,
      durationMs,
      ...(everybody ? { causedBy: 'discovery.token-endpoint' } : {}),
    }),
  ];
}

/** An answer without an OAuth error: what counts is whether wrong credentials get it too. */
export function muteFindings(facts: SecretFacts, outcome: Mute): Finding[] {
  const { subject, controls, durationMs } = facts;
  const { status, challenged, authMethod } = outcome;
  const said = `The token endpoint answers with status ${status} and without an OAuth error`;
  const same = asToStrangers(outcome, controls);
  const evidence = { status, authMethod, grade: 'likely' };
  const token = finding(
    'client.token',
    needsToken(facts) ? 'fail' : 'info',
    subject,
    {
      message: `The provider issues no token for client credentials. ${said}`,
      evidence: { status },
      durationMs,
      ...(same && !challenged ? { causedBy: 'client.secret' } : {}),
    },
  );
  if (same === undefined || (same && challenged))
    return [
      finding('client.secret', 'unknown', subject, {
        message: said,
        evidence: { status },
        ...(same ? { causedBy: 'discovery.token-endpoint' } : {}),
      }),
      ...(same === undefined ? [] : [token]),
    ];
  return same
    ? [
        finding('client.secret', 'fail', subject, {
          message: `${said}, as it does to a secret that cannot be right: likely client ID or secret is wrong`,
          evidence,
        }),
        token,
      ]
    : [
        finding('client.secret', 'pass', subject, {
          message: `The provider likely accepts client ID and secret: it answers otherwise to a secret that cannot be right. ${said}`,
          evidence,
        }),
        token,
      ];
}

export interface RefusedFacts extends SecretFacts {
  outcome: Refused;
  /** Outcome of redeeming an unknown code, if one was sent. */
  code?: TokenOutcome;
  /** Outcome of the same with a secret that cannot be right. */
  codeControl?: TokenOutcome;
}

/** Judges a refused request. HTTP status and OAuth error decide; the text only explains. */
export function refusedFindings(facts: RefusedFacts): Finding[] {
  const { subject, outcome, profile, durationMs } = facts;
  const known = outcome.explanation;
  const message = answerOf(outcome);
  const evidence = {
    status: outcome.status,
    error: outcome.error,
    authMethod: outcome.authMethod,
    ...(known?.about === 'client' ? { about: known.about } : {}),
  };
  if (refusesClient(outcome, profile))
    return [
      finding('client.secret', 'fail', subject, {
        message: `The provider does not accept client ID and secret (${message})`,
        remedy: known?.fix,
        evidence,
        durationMs,
      }),
    ];
  return [
    secretFinding(facts, message),
    finding('client.token', needsToken(facts) ? 'fail' : 'info', subject, {
      message: `The provider issues no token for client credentials (${message})`,
      remedy: known?.fix,
      evidence,
      durationMs,
    }),
  ];
}

/** If client credentials are not allowed, an unknown code shows whether the secret is right. */
function secretFinding(
  { subject, outcome, code, codeControl }: RefusedFacts,
  message: string,
): Finding {
  const grants = (entry?: TokenOutcome) =>
    entry?.kind === 'refused' && entry.error === 'invalid_grant';
  if (code?.kind === 'refused' && grants(code) && !grants(codeControl))
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
