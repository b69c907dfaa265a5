import * as client from 'openid-client';
import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import { guardedErrorOf, type GuardedHttp } from '../../http';
import { saysNothing } from '../saysNothing';
import type { ProbeAnswer } from './answers';
import { CookieJar } from './CookieJar';
import { pageOf } from './pageOf';
import { carriesAnswer, leadsBack, responseOf } from './responseOf';

export interface ProbeRequest {
  /** Authorization endpoint. */
  endpoint: string;
  clientId: string;
  redirectUri: string;
  /** Of the product that is asked, to explain its error texts. */
  profile: ProviderProfile;
  /** Scopes, separated by spaces; openid by default. */
  scope?: string;
  /** Send PKCE; true by default. */
  pkce?: boolean;
}

/** Maximum number of redirects within the provider, as from Dex's first page to its connector. */
const MAX_HOPS = 5;

/** A path that comes up this often is a redirect loop. */
const MAX_VISITS = 3;

async function parametersOf(request: ProbeRequest, state: string) {
  const challenge = await client.calculatePKCECodeChallenge(
    client.randomPKCECodeVerifier(),
  );
  return {
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: request.scope ?? 'openid',
    state,
    nonce: client.randomNonce(),
    ...(request.pkce === false
      ? {}
      : { code_challenge: challenge, code_challenge_method: 'S256' }),
    prompt: 'none',
  };
}

/** Follows an answer within the provider, as a browser would. */
async function follow(
  first: URL,
  { redirectUri, profile }: ProbeRequest,
  state: string,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const cookies = new CookieJar();
  const visits = new Map<string, number>();
  let url = first;
  for (let hop = 0; ; hop += 1) {
    const place = url.origin + url.pathname;
    visits.set(place, (visits.get(place) ?? 0) + 1);
    if (visits.get(place)! > MAX_VISITS)
      return {
        kind: 'broken',
        message: 'The authorization endpoint redirects in a circle',
      };
    const response = await http.fetch(url, {
      signal,
      accept: 'any',
      headers: cookies.headers(),
    });
    const { status } = response;
    const location = response.headers.get('location');
    if (status < 300 || status >= 400 || location === null)
      return pageOf(response, profile);
    if (!URL.canParse(location, url.href))
      return {
        kind: 'broken',
        status,
        message: 'The authorization endpoint redirects nowhere',
      };
    const target = new URL(location, url);
    if (leadsBack(target, redirectUri)) return responseOf(target, state);
    if (carriesAnswer(target, state))
      return { kind: 'elsewhere', target: target.origin + target.pathname };
    if (target.origin !== url.origin || hop >= MAX_HOPS)
      return { kind: 'login', status };
    cookies.keep(response.headers);
    url = target;
  }
}

/**
 * Sends an authorization request with `prompt=none` and PKCE (OpenID Connect Core 1.0 section 3.1.2.6), with
 * no cookies but those that the provider sets on the way, and looks at where the answer leads. The
 * application is never called.
 *
 * @returns never rejects, except when `signal` is aborted
 */
export async function probe(
  request: ProbeRequest,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const state = client.randomState();
  try {
    const url = new URL(request.endpoint);
    const parameters = await parametersOf(request, state);
    for (const [name, value] of Object.entries(parameters))
      url.searchParams.set(name, value);
    return await follow(url, request, state, http, signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    if (!guarded)
      return {
        kind: 'none',
        message: 'The authorization endpoint is no usable URL',
      };
    return {
      kind: saysNothing(guarded) ? 'none' : 'broken',
      message: `The authorization endpoint does not answer: ${guarded.message}`,
    };
  }
}
