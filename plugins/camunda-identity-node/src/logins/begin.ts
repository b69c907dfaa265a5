import * as client from 'openid-client';
import {
  describeClients,
  recordClient,
  signInOf,
} from 'backstage-plugin-camunda-identity-common';
import { DEFAULT_RUN_TIMEOUT_MS } from '../checkConnection';
import type { DiscoveryOutcome } from '../checks/discovery/fetchDiscovery';
import { createContext } from '../createContext';
import { RunClock } from '../http/RunClock';
import type { CheckContext } from '../checks/types';
import {
  LoginUnavailableError,
  type BegunLogin,
  type LoginInput,
  type LoginOptions,
} from './types';

/**
 * Runs the steps that need the provider, within the time limit of a run.
 *
 * @throws LoginUnavailableError when the time is over
 */
export async function withContext<T>(
  input: LoginInput,
  options: LoginOptions,
  work: (context: CheckContext) => Promise<T>,
): Promise<T> {
  const runTimeoutMs = options.runTimeoutMs ?? DEFAULT_RUN_TIMEOUT_MS;
  const clock = new RunClock(runTimeoutMs, runTimeoutMs);
  const cancelled = AbortSignal.any([
    options.http.closing,
    ...(options.signal ? [options.signal] : []),
  ]);
  const signal = AbortSignal.any([cancelled, clock.over]);
  try {
    return await work(
      createContext(
        input,
        { ...options, http: options.http.forRun(options.turn, clock) },
        signal,
      ),
    );
  } catch (error) {
    if (clock.over.aborted && !cancelled.aborted)
      throw new LoginUnavailableError(
        'The provider did not answer in time; begin the test again',
      );
    throw error;
  } finally {
    clock.close();
  }
}

/** A browser is sent there, so it must be a web address. */
function assertEndpoint(
  discovery: DiscoveryOutcome,
  insecureAllowed: boolean,
): client.ServerMetadata {
  if (!discovery.ok)
    throw new LoginUnavailableError(
      `The provider's discovery document could not be read, so that nobody can sign in: ${discovery.message}`,
    );
  const { authorization_endpoint: endpoint } = discovery.metadata;
  const url =
    typeof endpoint === 'string' && URL.canParse(endpoint)
      ? new URL(endpoint)
      : undefined;
  const isWeb =
    url?.protocol === 'https:' ||
    (insecureAllowed && url?.protocol === 'http:');
  if (!isWeb)
    throw new LoginUnavailableError(
      'The provider’s discovery document names no authorization endpoint with an https address, so that nobody can sign in',
    );
  return discovery.metadata;
}

/** @throws LoginUnavailableError for a client that people cannot sign in to with this record */
function assertClient(input: LoginInput) {
  const found = recordClient(input, input.client);
  if (!found)
    throw new LoginUnavailableError(
      `client: the record has no client "${input.client}"`,
    );
  const { facts, settings } = found;
  if (!signInOf(input.client, input.camundaVersion))
    throw new LoginUnavailableError(
      `client: nobody signs in to ${facts.title}; choose a client with the grant authorization_code`,
    );
  if (!settings.clientId)
    throw new LoginUnavailableError(
      `client: the record names no client ID of ${facts.title}; enter it first`,
    );
  if (facts.clientType === 'confidential' && settings.certificate)
    throw new LoginUnavailableError(
      `client: ${facts.title} authenticates with a certificate, whose key this portal does not have`,
    );
  return settings.clientId;
}

/**
 * Begins a sign-in with the component's own client ID and scopes, with state, nonce and PKCE, and with a
 * redirect URI of the portal (OpenID Connect Core 1.0 section 3.1.2.1; RFC 7636).
 *
 * @param redirectUri - must be registered at the provider for this client
 * @throws LoginUnavailableError, UnknownCloudError
 * @public
 */
export async function beginLogin(
  input: LoginInput,
  redirectUri: string,
  options: LoginOptions,
): Promise<BegunLogin> {
  const clientId = assertClient(input);
  const scopes =
    describeClients(input).find(({ key }) => key === input.client)?.scopes ??
    [];
  return withContext(input, options, async context => {
    const metadata = assertEndpoint(
      await context.discovery(),
      options.insecureAllowed ?? false,
    );
    const kept = {
      client: input.client,
      clientId,
      issuer: context.resolved.issuer,
      redirectUri,
      scopes,
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
    };
    const configuration = new client.Configuration(metadata, clientId);
    client.allowInsecureRequests(configuration);
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: scopes.join(' '),
      state: kept.state,
      nonce: kept.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(
        kept.codeVerifier,
      ),
      code_challenge_method: 'S256',
    });
    return { authorizationUrl: url.href, kept };
  });
}
