import * as client from 'openid-client';
import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import type { GuardedHttp } from '../../http';
import { classify, type Seen } from './classify';
import { refusesClient, type AuthMethod, type TokenOutcome } from './outcomes';

export interface TokenRequest {
  metadata: client.ServerMetadata;
  /** Of the product that is asked, to explain its error texts. */
  profile: ProviderProfile;
  clientId: string;
  secret: string;
  scope?: string;
  /** A parameter of some products, such as Auth0. */
  audience?: string;
  /** The only way in which the client sends its secret. */
  authMethod?: AuthMethod;
}

function configure(
  request: TokenRequest,
  authMethod: AuthMethod,
  http: GuardedHttp,
  signal: AbortSignal,
  seen: Seen,
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
  configuration[client.customFetch] = async (target, init) => {
    const response = await http.fetch(target, {
      ...init,
      signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal,
    });
    seen.status = response.status;
    seen.retryAfter = response.headers.has('retry-after');
    seen.challenged = response.headers.has('www-authenticate');
    return response;
  };
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
  const seen: Seen = {};
  try {
    const answer = await send(
      configure(request, authMethod, http, signal, seen),
    );
    if (answer.token_type.toLowerCase() !== 'bearer')
      return {
        kind: 'broken',
        message:
          'The token endpoint answers a token of another type than Bearer, the only one that Camunda takes',
      };
    return { kind: 'issued', authMethod, accessToken: answer.access_token };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return classify(error, request, authMethod, seen);
  }
}

/**
 * How the client sends its secret: its only way if it has no choice; otherwise the one that the document lists,
 * Basic by default (Discovery 1.0 section 3).
 */
export function firstMethod({
  metadata,
  authMethod,
}: Pick<TokenRequest, 'metadata' | 'authMethod'>): AuthMethod {
  if (authMethod) return authMethod;
  const listed: unknown = metadata.token_endpoint_auth_methods_supported;
  return Array.isArray(listed) &&
    listed.includes('client_secret_post') &&
    !listed.includes('client_secret_basic')
    ? 'client_secret_post'
    : 'client_secret_basic';
}

const OTHER: Record<AuthMethod, AuthMethod> = {
  client_secret_basic: 'client_secret_post',
  client_secret_post: 'client_secret_basic',
};

/**
 * Asks for a token with the client-credentials grant, with HTTP Basic first, then with the secret in the body
 * if Basic is not accepted (RFC 6749 section 2.3.1); the other way round if the document lists the body only.
 *
 * @param once - do not try the other way
 */
export async function requestToken(
  request: TokenRequest,
  http: GuardedHttp,
  signal: AbortSignal,
  once = false,
): Promise<TokenOutcome> {
  const { scope, audience } = request;
  const parameters = {
    ...(scope ? { scope } : {}),
    ...(audience ? { audience } : {}),
  };
  const send = (configuration: client.Configuration) =>
    client.clientCredentialsGrant(configuration, parameters);
  const method = firstMethod(request);
  const first = await attempt(request, method, http, signal, send);
  if (once || !refusesClient(first)) return first;
  const second = await attempt(request, OTHER[method], http, signal, send);
  // Refused for another reason means that the secret was understood this time.
  return second.kind === 'issued' ||
    (second.kind === 'refused' && second.error !== 'invalid_client')
    ? second
    : first;
}

/**
 * Redeems a code that was never issued: a provider that checks the client first answers `invalid_client` for a
 * wrong secret and `invalid_grant` for a right one (RFC 6749 sections 4.1.3 and 5.2).
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
