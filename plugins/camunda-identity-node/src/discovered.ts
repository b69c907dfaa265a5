import type { Discovered } from 'backstage-plugin-camunda-identity-common';
import type { CheckContext } from './checks/types';

/** Goes into configuration files: a plain http(s) URL without anything that could break out of one. */
function isCleanUrl(url: unknown): url is string {
  return (
    typeof url === 'string' &&
    /^https?:\/\/[\x21\x23-\x26\x28-\x5b\x5d-\x7a\x7e]+$/.test(url) &&
    url.length <= 2048
  );
}

/**
 * Addresses that a good run found.
 *
 * @returns undefined where the document is another issuer's or there is no key set
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
