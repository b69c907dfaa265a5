import * as client from 'openid-client';
import { guardedErrorOf, type GuardedHttp } from '../../http';
import { explain, type Explanation } from '../explanations';

/**
 * What an authorization endpoint does with a request that nobody is signed in for. `back`: it redirects to
 * the redirect URI, which is never requested; `login`: it redirects within itself or shows a page; `refused`:
 * it answers an error itself; `none`: no usable answer.
 */
export type ProbeAnswer =
  | { kind: 'back'; error?: string; description?: string }
  | { kind: 'login'; status: number; explanation?: Explanation }
  | { kind: 'refused'; status: number; explanation?: Explanation }
  | { kind: 'none'; message: string };

export interface ProbeRequest {
  /** Authorization endpoint. */
  endpoint: string;
  clientId: string;
  redirectUri: string;
}

/** Redirects within the provider that are followed, as from Dex's first page to its connector. */
const MAX_HOPS = 2;
const OAUTH_ERROR = /^[\w.-]{1,60}$/;
const MAX_DESCRIPTION = 300;

/** True where a browser would go to the redirect URI, whatever parameters were added. */
function leadsBack(location: URL, redirectUri: string): boolean {
  const target = new URL(redirectUri);
  return (
    location.origin === target.origin && location.pathname === target.pathname
  );
}

function back(location: URL, state: string): ProbeAnswer {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const parameter = (name: string) =>
    location.searchParams.get(name) ?? fragment.get(name) ?? undefined;
  if (parameter('state') !== state)
    return {
      kind: 'none',
      message: 'The provider redirects back without the state that was sent',
    };
  const error = parameter('error');
  return {
    kind: 'back',
    error: error && (OAUTH_ERROR.test(error) ? error : 'unknown'),
    description: parameter('error_description')?.slice(0, MAX_DESCRIPTION),
  };
}

async function parametersOf(request: ProbeRequest, state: string) {
  const challenge = await client.calculatePKCECodeChallenge(
    client.randomPKCECodeVerifier(),
  );
  return {
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    response_type: 'code',
    scope: 'openid',
    state,
    nonce: client.randomNonce(),
    code_challenge: challenge,
    code_challenge_method: 'S256',
    prompt: 'none',
  };
}

/**
 * Sends an authorization request with `prompt=none` and PKCE (OpenID Connect Core 1.0 section 3.1.2.6), with
 * no cookies, and looks at where the answer leads. The application is never called.
 *
 * @returns never rejects, but for an abort of `signal`
 */
export async function probe(
  request: ProbeRequest,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const state = client.randomState();
  try {
    let url = new URL(request.endpoint);
    for (const [name, value] of Object.entries(
      await parametersOf(request, state),
    ))
      url.searchParams.set(name, value);
    for (let hop = 0; ; hop += 1) {
      const response = await http.fetch(url, { signal, accept: 'any' });
      const { status } = response;
      const location = response.headers.get('location');
      if (status >= 300 && status < 400 && location !== null) {
        if (!URL.canParse(location, url.href))
          return { kind: 'none', message: 'The provider redirects nowhere' };
        const target = new URL(location, url);
        if (leadsBack(target, request.redirectUri)) return back(target, state);
        if (target.origin !== url.origin || hop >= MAX_HOPS)
          return { kind: 'login', status };
        url = target;
        continue;
      }
      if (status >= 500)
        return {
          kind: 'none',
          message: `The authorization endpoint answers with status ${status}`,
        };
      const explanation = explain(await response.text());
      return { kind: status >= 400 ? 'refused' : 'login', status, explanation };
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    return {
      kind: 'none',
      message:
        guarded?.message ?? 'The authorization endpoint is no usable URL',
    };
  }
}

/** The same to whoever only sees answers: a control with this answer makes the other worth nothing. */
export function alike(a: ProbeAnswer, b: ProbeAnswer): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'back' || b.kind === 'back') return true;
  if (a.kind === 'none' || b.kind === 'none') return true;
  return a.status === b.status;
}
