import * as client from 'openid-client';
import { guardedErrorOf, secretScrubber, type GuardedHttp } from '../../http';

/** What came of a client-credentials request. Never holds the token. */
export type TokenOutcome =
  | { kind: 'issued'; authMethod: 'client_secret_basic' | 'client_secret_post' }
  | {
      kind: 'refused';
      status: number;
      /** OAuth error (RFC 6749 section 5.2). */
      error: string;
      /** In the provider's words, without the secret. */
      description?: string;
    }
  | { kind: 'unknown'; message: string };

export interface TokenRequest {
  metadata: client.ServerMetadata;
  clientId: string;
  secret: string;
  scope?: string;
}

const MAX_DESCRIPTION = 300;

/** Reads an error body (RFC 6749 section 5.2). */
function refused(
  status: number,
  body: unknown,
  request: TokenRequest,
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
    error: scrub(error).slice(0, MAX_DESCRIPTION),
    description:
      typeof description === 'string'
        ? scrub(description).slice(0, MAX_DESCRIPTION)
        : undefined,
  };
}

async function attempt(
  request: TokenRequest,
  method: 'client_secret_basic' | 'client_secret_post',
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<TokenOutcome> {
  const authentication =
    method === 'client_secret_basic'
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
  try {
    await client.clientCredentialsGrant(
      configuration,
      request.scope ? { scope: request.scope } : {},
    );
    return { kind: 'issued', authMethod: method };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    if (guarded) return { kind: 'unknown', message: guarded.message };
    if (error instanceof client.ResponseBodyError)
      return refused(error.status, error.cause, request);
    // With a challenge in the header the library leaves the body unread.
    if (error instanceof client.WWWAuthenticateChallengeError)
      return refused(
        error.status,
        await error.response.json().catch(() => undefined),
        request,
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
  const basic = await attempt(request, 'client_secret_basic', http, signal);
  if (basic.kind !== 'refused' || basic.error !== 'invalid_client')
    return basic;
  const post = await attempt(request, 'client_secret_post', http, signal);
  return post.kind === 'issued' ? post : basic;
}
