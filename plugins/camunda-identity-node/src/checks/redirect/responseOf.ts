import type { ProbeAnswer } from './answers';

const OAUTH_ERROR = /^[\w.-]{1,60}$/;
const MAX_TEXT = 300;

/** Parameters of an authorization response, in query or fragment (RFC 6749 section 4.1.2). */
function parametersOf(location: URL) {
  const fragment = new URLSearchParams(location.hash.slice(1));
  return (name: string) =>
    location.searchParams.get(name) ?? fragment.get(name) ?? undefined;
}

/** True where a browser would go to the redirect URI, whatever parameters were added. */
export function leadsBack(location: URL, redirectUri: string): boolean {
  const target = new URL(redirectUri);
  return (
    location.origin === target.origin && location.pathname === target.pathname
  );
}

/** True for an address that carries the answer to this request: our state with a code or an error. */
export function carriesAnswer(location: URL, state: string): boolean {
  const parameter = parametersOf(location);
  return (
    parameter('state') === state &&
    (parameter('code') !== undefined || parameter('error') !== undefined)
  );
}

/** Reads the answer that a redirect URI would receive. */
export function responseOf(location: URL, sent: string): ProbeAnswer {
  const parameter = parametersOf(location);
  const error = parameter('error');
  const state = parameter('state');
  const lost = state === undefined ? 'lost' : 'changed';
  return {
    kind: 'back',
    error: error && (OAUTH_ERROR.test(error) ? error : 'unknown'),
    description: parameter('error_description')?.slice(0, MAX_TEXT),
    state: state === sent ? 'same' : lost,
    issuer: parameter('iss')?.slice(0, 2048),
    code: parameter('code') !== undefined,
  };
}
