import * as client from 'openid-client';
import {
  guardedErrorOf,
  type GuardedHttp,
  type GuardedRequestCode,
  type GuardedRequestError,
} from '../../http';
import { explain, type Explanation } from '../explanations';
import { secretScrubber } from '../../masking';
import { knownError } from './oauthErrors';

export type AuthMethod = 'client_secret_basic' | 'client_secret_post';

/** The token endpoint refused (RFC 6749 section 5.2). */
export interface Refused {
  kind: 'refused';
  status: number;
  /** OAuth error, or `unknown` for a word that is none. */
  error: string;
  /** What is known of the provider's words; the words themselves are shown to nobody. */
  explanation?: Explanation;
  /** Entra's number for it, where that is one of the known ones. */
  productCode?: string;
  /** The answer repeats what it was sent. */
  repeatsSecret: boolean;
  authMethod: AuthMethod;
}

/** What came of a token request. The token leaves the run in no finding. */
export type TokenOutcome =
  | { kind: 'issued'; authMethod: AuthMethod; accessToken: string }
  | Refused
  | { kind: 'unknown'; message: string };

export interface TokenRequest {
  metadata: client.ServerMetadata;
  clientId: string;
  secret: string;
  scope?: string;
  /** A parameter of some products, such as Auth0. */
  audience?: string;
}

/** Of an error or a description; texts for people are shorter. */
const MAX_SEARCHED = 4_096;

/** Reads an error body (RFC 6749 section 5.2). */
function refused(
  status: number,
  body: unknown,
  secret: string,
  authMethod: AuthMethod,
): TokenOutcome {
  const { error, error_description: description } = (body ?? {}) as Record<
    string,
    unknown
  >;
  // A proxy's challenge, for one, says nothing of client and secret.
  if (typeof error !== 'string')
    return {
      kind: 'unknown',
      message: `The token endpoint answers with status ${status} and without an OAuth error`,
    };
  return {
    kind: 'refused',
    status,
    authMethod,
    error: knownError(error),
    repeatsSecret: [error, description].some(text => holds(text, secret)),
    ...meaningOf(description),
  };
}

function holds(text: unknown, secret: string): boolean {
  if (typeof text !== 'string') return false;
  const start = text.slice(0, MAX_SEARCHED);
  return secretScrubber([{ clientId: '', secret }])(start) !== start;
}

/** What is known of a description. */
function meaningOf(
  description: unknown,
): Pick<Refused, 'explanation' | 'productCode'> {
  if (typeof description !== 'string') return {};
  const explanation = explain(description);
  const [code] = explanation?.text.exec(description) ?? [];
  return {
    explanation,
    productCode: code?.startsWith('AADSTS') ? code : undefined,
  };
}

/** Why there is no usable answer. Where an answer redirects to, and its type, are the provider's own words. */
function unusable(error: GuardedRequestError): TokenOutcome {
  const texts: Partial<Record<GuardedRequestCode, string>> = {
    'transport.redirect':
      'The token endpoint redirects; redirects are not followed',
    'transport.content-type': 'The token endpoint answers with no JSON',
  };
  return { kind: 'unknown', message: texts[error.code] ?? error.message };
}

function configure(
  request: TokenRequest,
  authMethod: AuthMethod,
  http: GuardedHttp,
  signal: AbortSignal,
): client.Configuration {
  const authentication =
    authMethod === 'client_secret_basic'
      ? client.ClientSecretBasic(request.secret)
      : client.ClientSecretPost(request.secret);
  const configuration = new client.Configuration(
    request.metadata,
    request.clientId,
    undefined,
    authentication,
  );
  client.allowInsecureRequests(configuration);
  configuration[client.customFetch] = (target, init) =>
    http.fetch(target, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal,
    });
  return configuration;
}

/** Sends one request with the grant that `send` uses. */
async function attempt(
  request: TokenRequest,
  authMethod: AuthMethod,
  http: GuardedHttp,
  signal: AbortSignal,
  send: (
    configuration: client.Configuration,
  ) => Promise<client.TokenEndpointResponse>,
): Promise<TokenOutcome> {
  try {
    const answer = await send(configure(request, authMethod, http, signal));
    return { kind: 'issued', authMethod, accessToken: answer.access_token };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    if (guarded) return unusable(guarded);
    if (error instanceof client.ResponseBodyError)
      return refused(error.status, error.cause, request.secret, authMethod);
    // With a challenge in the header the library leaves the body unread.
    if (error instanceof client.WWWAuthenticateChallengeError)
      return refused(
        error.status,
        await error.response.json().catch(() => undefined),
        request.secret,
        authMethod,
      );
    return {
      kind: 'unknown',
      message: 'The token endpoint did not answer as RFC 6749 describes',
    };
  }
}

/**
 * Asks for a token with the client-credentials grant, with HTTP Basic first and with the secret in the
 * body where Basic is not accepted (RFC 6749 section 2.3.1).
 */
export async function requestToken(
  request: TokenRequest,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<TokenOutcome> {
  const { scope, audience } = request;
  const parameters = {
    ...(scope ? { scope } : {}),
    ...(audience ? { audience } : {}),
  };
  const send = (configuration: client.Configuration) =>
    client.clientCredentialsGrant(configuration, parameters);
  const basic = await attempt(
    request,
    'client_secret_basic',
    http,
    signal,
    send,
  );
  if (basic.kind !== 'refused' || basic.error !== 'invalid_client')
    return basic;
  const post = await attempt(request, 'client_secret_post', http, signal, send);
  // Refused for another reason means that the secret was understood this time.
  return post.kind === 'issued' ||
    (post.kind === 'refused' && post.error !== 'invalid_client')
    ? post
    : basic;
}

/**
 * Redeems a code that nobody has issued: whoever checks the client first says `invalid_client` for a wrong
 * secret and `invalid_grant` for a right one (RFC 6749 sections 4.1.3 and 5.2).
 */
export async function redeemUnknownCode(
  request: TokenRequest & { redirectUri: string; authMethod: AuthMethod },
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<TokenOutcome> {
  return attempt(request, request.authMethod, http, signal, configuration =>
    client.genericGrantRequest(configuration, 'authorization_code', {
      code: client.randomState(),
      redirect_uri: request.redirectUri,
      code_verifier: client.randomPKCECodeVerifier(),
    }),
  );
}
