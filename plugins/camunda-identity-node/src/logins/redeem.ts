import * as client from 'openid-client';
import {
  finding,
  type Finding,
  type FindingSubject,
} from 'backstage-plugin-camunda-identity-common';
import { explain } from '../checks/explain';
import { classify, type Seen } from '../checks/token/classify';
import { knownError } from '../checks/token/oauthErrors';
import type { TokenOutcome } from '../checks/token/outcomes';
import { firstMethod } from '../checks/token/requestToken';
import { onlyMethod } from '../checks/token/TokenRun';
import type { CheckContext, CheckedClient } from '../checks/types';
import type { KeptLogin, LoginAnswer } from './types';

/** Tokens of one sign-in; they are in no finding and kept nowhere. */
export interface LoginTokens {
  accessToken: string;
  idToken: string;
  hasRefreshToken: boolean;
  /** Of the ID token. */
  subject: string;
  /** For the UserInfo endpoint. */
  configuration: client.Configuration;
}

export interface Redemption {
  findings: Finding[];
  tokens?: LoginTokens;
}

/** The known explanation of a provider's error; the provider's text itself is never shown. */
function explained(text: string | undefined): {
  cause: string;
  remedy?: string;
} {
  const known = explain(text);
  const [code] = (text && known?.text.exec(text)) || [];
  return {
    cause: known
      ? ` ${code?.startsWith('AADSTS') ? `(${code}) ` : ''}${known.cause}`
      : '',
    remedy: known?.fix,
  };
}

const ERRORS: Readonly<Record<string, string>> = {
  access_denied:
    'The provider did not let the person in, or the person declined',
  consent_required: 'The application has no consent for what it asks for',
  invalid_scope: 'The provider refuses the scopes that the component asks for',
  unauthorized_client:
    'The application may not sign people in with a code at this provider',
};

/** An answer without a code (RFC 6749 section 4.1.2.1). */
function refusedAnswer(
  { error = '', errorDescription }: LoginAnswer,
  subject: FindingSubject,
): Finding {
  const word = knownError(error);
  const { cause, remedy } = explained(errorDescription);
  const said =
    ERRORS[word] ??
    'The provider sent the person back with an error instead of a code';
  const passing = ['server_error', 'temporarily_unavailable'].includes(word);
  return finding('login.response', passing ? 'unknown' : 'fail', subject, {
    message: `${said} (${word}).${cause}`,
    remedy,
    evidence: { error: word },
  });
}

/** Whether the answer comes from the provider that was asked (RFC 9207 section 2.4). */
function issuerFinding(
  { iss }: LoginAnswer,
  metadata: client.ServerMetadata,
  subject: FindingSubject,
): Finding {
  const code = 'login.response-issuer';
  const isPromised =
    metadata.authorization_response_iss_parameter_supported === true;
  if (iss === undefined)
    return isPromised
      ? finding(code, 'fail', subject, {
          message:
            'The answer does not name its issuer (iss), which the discovery document promises. The code was not redeemed',
        })
      : finding(code, 'skipped', subject, {
          message: 'The provider does not say in its answers who it is (iss)',
        });
  return iss === metadata.issuer
    ? finding(code, 'pass', subject, {
        message: 'The answer names the issuer that was asked',
      })
    : finding(code, 'fail', subject, {
        message: `The answer names another issuer (iss) than ${metadata.issuer.slice(
          0,
          2048,
        )}. The code was not redeemed`,
      });
}

/** What the token endpoint answered, in case the library rejects it. */
interface SeenTokens extends Seen {
  /** It contained an access token. */
  issued?: boolean;
  idToken?: string;
}

/** The client as it authenticates at the token endpoint. */
function configure(
  context: CheckContext,
  { facts }: CheckedClient,
  metadata: client.ServerMetadata,
  kept: KeptLogin,
  secret: string | undefined,
  seen: SeenTokens,
): client.Configuration {
  const method = firstMethod({
    metadata,
    authMethod: onlyMethod({ facts }, context.input.camundaVersion),
  });
  const authentication = () => {
    if (!secret) return client.None();
    return method === 'client_secret_basic'
      ? client.ClientSecretBasic(secret)
      : client.ClientSecretPost(secret);
  };
  const configuration = new client.Configuration(
    metadata,
    kept.clientId,
    undefined,
    authentication(),
  );
  client.allowInsecureRequests(configuration);
  configuration[client.customFetch] = async (target, init) => {
    const headers = new Headers(init.headers);
    // Browsers send the origin of a page's request; Entra requires it for single-page applications.
    if (!secret) headers.set('Origin', new URL(kept.redirectUri).origin);
    const response = await context.http.fetch(target, {
      ...init,
      headers,
      signal: init.signal
        ? AbortSignal.any([init.signal, context.signal])
        : context.signal,
    });
    seen.status = response.status;
    seen.retryAfter = response.headers.has('retry-after');
    seen.challenged = response.headers.has('www-authenticate');
    const body = await response
      .clone()
      .json()
      .catch(() => undefined);
    seen.issued =
      typeof body?.access_token === 'string' &&
      String(body.token_type).toLowerCase() === 'bearer';
    seen.idToken =
      typeof body?.id_token === 'string' ? body.id_token : undefined;
    return response;
  };
  return configuration;
}

/** Why the code yielded no tokens. */
function refusedRedemption(
  outcome: TokenOutcome,
  subject: FindingSubject,
  isConfidential: boolean,
): Finding[] {
  if (outcome.kind === 'unknown')
    return [
      finding('login.redemption', 'unknown', subject, {
        message: `${outcome.message}. Begin the test again`,
      }),
    ];
  if (outcome.kind === 'refused' || outcome.kind === 'mute') {
    const word = outcome.kind === 'refused' ? outcome.error : 'no OAuth error';
    const known = outcome.kind === 'refused' ? outcome.explanation : undefined;
    const number =
      outcome.kind === 'refused' && outcome.productCode
        ? `${outcome.productCode}: `
        : '';
    const isAboutSecret =
      word === 'invalid_client' ||
      known?.about === 'secret' ||
      (outcome.kind === 'mute' && outcome.status === 401);
    const message = `The token endpoint refuses ${
      isAboutSecret && isConfidential
        ? 'client ID or secret'
        : 'to redeem the code'
    } (${word}).${known ? ` ${number}${known.cause}` : ''}`;
    const rest = { message, remedy: known?.fix };
    return isAboutSecret && isConfidential
      ? [
          finding('client.secret', 'fail', subject, rest),
          finding('login.redemption', 'fail', subject, {
            message: 'No tokens came for the code',
            causedBy: 'client.secret',
          }),
        ]
      : [finding('login.redemption', 'fail', subject, rest)];
  }
  return [
    finding('login.redemption', 'fail', subject, {
      message:
        outcome.kind === 'broken'
          ? outcome.message
          : 'The token endpoint answers no tokens',
    }),
  ];
}

/** The claim that the library rejected; its message may quote the token. */
function claimOf(error: unknown): string | undefined {
  let current = error as { claim?: unknown; cause?: unknown } | undefined;
  for (let depth = 0; current && depth < 4; depth += 1) {
    const { claim } = current;
    if (typeof claim === 'string' && /^[a-z_]{1,20}$/.test(claim)) return claim;
    current = current.cause as typeof current;
  }
  return undefined;
}

/** Tokens were issued, but the library rejects the ID token. */
function refusedIdToken(
  error: unknown,
  idToken: string | undefined,
  subject: FindingSubject,
): Finding[] {
  const claim = claimOf(error);
  const otherwise = idToken
    ? 'The ID token is none that OpenID Connect Core 1.0 section 3.1.3.7 allows: its form, or the algorithm of its signature, is not one that the discovery document lists'
    : 'There is no ID token beside the access token: the scope openid was not granted';
  return [
    finding('login.redemption', 'pass', subject, {
      message: 'The token endpoint gives tokens for the code',
    }),
    finding('login.id-token', 'fail', subject, {
      message: claim
        ? `The ID token’s claim ${claim} is not what it has to be`
        : otherwise,
      ...(claim ? { evidence: { claim } } : {}),
    }),
  ];
}

/**
 * Redeems the code for tokens (OpenID Connect Core 1.0 section 3.1.3).
 *
 * @returns never rejects, except when the context's signal is aborted
 */
export async function redeem(
  context: CheckContext,
  found: CheckedClient,
  metadata: client.ServerMetadata,
  kept: KeptLogin,
  answer: LoginAnswer,
): Promise<Redemption> {
  const subject: FindingSubject = { kind: 'client', client: kept.client };
  const issuer = issuerFinding(answer, metadata, subject);
  if (answer.code === undefined || answer.error !== undefined)
    return { findings: [refusedAnswer(answer, subject), issuer] };
  const findings = [
    finding('login.response', 'pass', subject, {
      message: 'The provider sent the person back with a code',
    }),
    issuer,
  ];
  if (issuer.result === 'fail') return { findings };
  const secret = context.input.secrets?.[kept.client];
  const isConfidential = found.facts.clientType === 'confidential';
  const seen: SeenTokens = {};
  const configuration = configure(
    context,
    found,
    metadata,
    kept,
    isConfidential ? secret : undefined,
    seen,
  );
  const url = new URL(kept.redirectUri);
  for (const [name, value] of [
    ['code', answer.code],
    ['state', kept.state],
    ['iss', answer.iss],
  ])
    if (value !== undefined) url.searchParams.set(name!, value);
  try {
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: kept.codeVerifier,
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      idTokenExpected: true,
    });
    if (tokens.token_type.toLowerCase() !== 'bearer')
      return {
        findings: [
          ...findings,
          finding('login.redemption', 'fail', subject, {
            message:
              'The token endpoint answers a token of another type than Bearer, the only one that Camunda takes',
          }),
        ],
      };
    return {
      findings: [
        ...findings,
        finding('login.redemption', 'pass', subject, {
          message: 'The token endpoint gives tokens for the code',
        }),
        ...(isConfidential
          ? [
              finding('client.secret', 'pass', subject, {
                message: 'The provider accepts client ID and secret',
              }),
            ]
          : []),
      ],
      tokens: {
        accessToken: tokens.access_token,
        idToken: tokens.id_token!,
        hasRefreshToken: tokens.refresh_token !== undefined,
        subject: tokens.claims()!.sub,
        configuration,
      },
    };
  } catch (error) {
    if (context.signal.aborted) throw context.signal.reason;
    if (seen.issued)
      return {
        findings: [
          ...findings,
          ...refusedIdToken(error, seen.idToken, subject),
        ],
      };
    const outcome = await classify(
      error,
      { secret: secret ?? '', profile: await context.profile() },
      firstMethod({ metadata }),
      seen,
    );
    return {
      findings: [
        ...findings,
        ...refusedRedemption(outcome, subject, isConfidential),
      ],
    };
  }
}
