import { callbackPaths } from 'backstage-plugin-camunda-identity-common';
import { guardedErrorOf, type GuardedHttp } from '../http';
import { saysNothing } from '../checks/saysNothing';

/** The authorization request to which a component redirects, without one-time values. */
export interface SignInRequest {
  /** Origin and path of the authorization endpoint. */
  endpoint: string;
  clientId: string;
  redirectUri?: string;
  scopes: string[];
  /** Whether there is a nonce; Spring Security sends one with the scope openid only. */
  hasNonce: boolean;
  /** Whether there is PKCE with S256. */
  hasPkce: boolean;
}

/** The outcome of asking a component. */
export type Observed =
  | { kind: 'sign-in'; request: SignInRequest; via: URL[] }
  /** It redirects, but not to a provider. */
  | { kind: 'redirect'; target: URL; via: URL[] }
  | { kind: 'loop' }
  | { kind: 'answer'; status: number; challenge?: string; json?: unknown }
  /** Not reachable from here, which says nothing about people in its network. */
  | { kind: 'unreached'; message: string };

/** Maximum number of redirects within the component. */
const MAX_HOPS = 3;

const MAX_TEXT = 2048;
const MAX_SCOPES = 30;

/** A callback would consume or fail a login, so none is ever requested. */
const isCallback = ({ pathname }: URL) =>
  callbackPaths().some(path => pathname.endsWith(path));

/** Reads the authorization request from a redirect to a provider (RFC 6749 section 4.1.1). */
function requestOf(target: URL): SignInRequest | undefined {
  const { searchParams } = target;
  const clientId = searchParams.get('client_id');
  if (clientId === null || !searchParams.has('response_type')) return undefined;
  return {
    endpoint: target.origin + target.pathname,
    clientId: clientId.slice(0, MAX_TEXT),
    redirectUri: searchParams.get('redirect_uri')?.slice(0, MAX_TEXT),
    scopes: (searchParams.get('scope') ?? '')
      .slice(0, MAX_TEXT)
      .split(/[ +]/)
      .filter(Boolean)
      .slice(0, MAX_SCOPES),
    hasNonce: searchParams.has('nonce'),
    hasPkce: searchParams.get('code_challenge_method') === 'S256',
  };
}

/** Compares regardless of what a proxy in front does to the scheme. */
const isWithin = (target: URL, base: URL) =>
  target.hostname === base.hostname &&
  (target.origin === base.origin || target.protocol !== base.protocol);

async function jsonOf(response: Response): Promise<unknown> {
  if (!/json/i.test(response.headers.get('content-type') ?? ''))
    return undefined;
  return response.json().catch(() => undefined);
}

/**
 * Requests a component as a browser without a session would, and follows redirects within it. Provider and
 * callbacks are never requested; cookies are neither sent nor kept.
 *
 * @param headers - of an API request, such as its token
 * @returns never rejects, except when `signal` is aborted
 */
export async function observe(
  url: string,
  http: GuardedHttp,
  signal: AbortSignal,
  headers: Record<string, string> = { Accept: 'text/html' },
): Promise<Observed> {
  const base = new URL(url);
  const via: URL[] = [];
  let current = base;
  try {
    for (;;) {
      const response = await http.fetch(current, {
        signal,
        accept: 'any',
        headers,
      });
      const location = response.headers.get('location');
      if (
        response.status < 300 ||
        response.status >= 400 ||
        location === null ||
        !URL.canParse(location, current.href)
      )
        return {
          kind: 'answer',
          status: response.status,
          challenge: response.headers.get('www-authenticate') ?? undefined,
          json: await jsonOf(response),
        };
      const target = new URL(location, current);
      const request = requestOf(target);
      if (request) return { kind: 'sign-in', request, via };
      via.push(target);
      if (!isWithin(target, base) || isCallback(target))
        return { kind: 'redirect', target, via };
      // A scheme that a proxy has stripped is restored, so that the component itself is asked.
      const next = new URL(target);
      next.protocol = base.protocol;
      next.port = base.port;
      if (via.length > MAX_HOPS || next.href === current.href)
        return { kind: 'loop' };
      current = next;
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    const refused =
      guarded && saysNothing(guarded)
        ? `. To have it asked, allow its host (camundaIdentity.http.allowedHosts)`
        : '';
    return {
      kind: 'unreached',
      message: `The component was not reached from this portal: ${
        guarded?.message ?? 'its address is no usable URL'
      }${refused}`,
    };
  }
}
