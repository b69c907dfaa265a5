import * as client from 'openid-client';
import { guardedErrorOf, secretScrubber, type GuardedHttp } from '../../http';

export type AuthMethod = 'client_secret_basic' | 'client_secret_post';

/** The token endpoint refused (RFC 6749 section 5.2). */
export interface Refused {
  kind: 'refused';
  status: number;
  /** OAuth error. */
  error: string;
  /** In the provider's words, without the secret. */
  description?: string;
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

const MAX_DESCRIPTION = 300;

/** Reads an error body (RFC 6749 section 5.2). */
function refused(
  status: number,
  body: unknown,
  request: TokenRequest,
  authMethod: AuthMethod,
): TokenOutcome {
  // A provider may repeat what it was sent.
  const scrub = secretScrubber([request]);
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
    error: scrub(error).slice(0, MAX_DESCRIPTION),
    description:
      typeof description === 'string'
        ? scrub(description).slice(0, MAX_DESCRIPTION)
        : undefined,
  };
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
    if (guarded) return { kind: 'unknown', message: guarded.message };
    if (error instanceof client.ResponseBodyError)
      return refused(error.status, error.cause, request, authMethod);
    // With a challenge in the header the library leaves the body unread.
    if (error instanceof client.WWWAuthenticateChallengeError)
      return refused(
        error.status,
        await error.response.json().catch(() => undefined),
        request,
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
