import type { Discovered } from 'backstage-plugin-camunda-identity-common';
import type { CheckContext } from './checks/types';

/** Characters that RFC 3986 allows in a URL, except those that could end a quoted text. */
const PLAIN = /^https?:\/\/(?!\/)[\x21\x23-\x26\x28-\x5b\x5d-\x7a\x7e]+$/;

const MAX_URL = 2048;

/**
 * True for a URL that may be stored and written into configuration files: a valid http(s) URL (with a possible
 * port, for example) without credentials and fragment.
 */
function isCleanUrl(url: unknown): url is string {
  if (typeof url !== 'string' || url.length > MAX_URL) return false;
  if (!PLAIN.test(url) || !URL.canParse(url)) return false;
  const { username, password, hash } = new URL(url);
  return username === '' && password === '' && hash === '';
}

/**
 * The addresses that a successful run discovered.
 *
 * @returns undefined if the document is another issuer's, one of its addresses is invalid, or there is no key set
 */
export async function discoveredBy(
  context: CheckContext,
): Promise<Discovered | undefined> {
  const outcome = await context.discovery();
  if (!outcome.ok || outcome.issuerMatch === 'different') return undefined;
  const {
    authorization_endpoint: authUrl,
    token_endpoint: tokenUrl,
    jwks_uri: jwksUrl,
    end_session_endpoint: endSessionUrl,
  } = outcome.metadata;
  if (!isCleanUrl(authUrl) || !isCleanUrl(tokenUrl) || !isCleanUrl(jwksUrl))
    return undefined;
  if (!(await context.jwks()).ok) return undefined;
  return {
    authUrl,
    tokenUrl,
    jwksUrl,
    ...(isCleanUrl(endSessionUrl) ? { endSessionUrl } : {}),
    at: new Date().toISOString(),
  };
}
