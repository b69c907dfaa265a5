import { guardedErrorOf, type GuardedHttp } from '../../http';
import { saysNothing } from '../saysNothing';

export interface LogoutRequest {
  /** end_session_endpoint of the discovery document. */
  endpoint: string;
  clientId: string;
  postLogoutRedirectUri: string;
}

/** What a logout endpoint answers without a session. */
export type LogoutAnswer =
  /** It accepted the request, with a page or a redirect back to the address. */
  | { kind: 'taken'; status: number; back: boolean }
  | { kind: 'refused'; status: number }
  | { kind: 'none'; message: string };

/** Maximum number of redirects within the provider. */
const MAX_HOPS = 3;

function answerOf(status: number, back: boolean): LogoutAnswer {
  if (status === 429 || status >= 500)
    return {
      kind: 'none',
      message: `The logout endpoint answers with status ${status}`,
    };
  return status >= 400
    ? { kind: 'refused', status }
    : { kind: 'taken', status, back };
}

/**
 * Asks the logout endpoint without any session: nobody is signed out (OpenID Connect RP-Initiated Logout 1.0
 * section 2). The application is never called.
 *
 * @returns never rejects, except when `signal` is aborted
 */
export async function probeLogout(
  { endpoint, clientId, postLogoutRedirectUri }: LogoutRequest,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<LogoutAnswer> {
  try {
    let url = new URL(endpoint);
    url.searchParams.set('client_id', clientId);
    url.searchParams.set('post_logout_redirect_uri', postLogoutRedirectUri);
    for (let hop = 0; ; hop += 1) {
      const response = await http.fetch(url, { signal, accept: 'any' });
      const { status } = response;
      const location = response.headers.get('location');
      await response.body?.cancel();
      if (status < 300 || status >= 400 || location === null)
        return answerOf(status, false);
      const target = URL.canParse(location, url.href)
        ? new URL(location, url)
        : undefined;
      if (target?.href.startsWith(postLogoutRedirectUri))
        return answerOf(status, true);
      if (target?.origin !== url.origin || hop >= MAX_HOPS)
        return answerOf(status, false);
      url = target;
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const guarded = guardedErrorOf(error);
    return {
      kind: 'none',
      message:
        guarded && !saysNothing(guarded)
          ? `The logout endpoint does not answer: ${guarded.message}`
          : 'The logout endpoint could not be asked',
    };
  }
}
