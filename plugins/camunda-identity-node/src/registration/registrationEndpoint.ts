import { fetchDiscovery } from '../checks/discovery/fetchDiscovery';
import type { GuardedHttp } from '../http';

/**
 * Where a provider registers applications, and what it accepts there.
 *
 * @public
 */
export interface RegistrationEndpoint {
  url: string;
  scopesSupported?: readonly string[];
}

/**
 * Thrown if the provider cannot register applications; the message tells people why.
 *
 * @public
 */
export class RegistrationUnavailableError extends Error {
  name = 'RegistrationUnavailableError';
}

const isPlain = (url: string) => /^http:/i.test(url);

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value)
    ? value.filter(entry => typeof entry === 'string')
    : undefined;
}

/**
 * Looks up where an issuer registers applications. The initial access token goes nowhere else.
 *
 * @throws RegistrationUnavailableError
 * @public
 */
export async function findRegistrationEndpoint(
  issuer: string,
  http: GuardedHttp,
  signal: AbortSignal,
): Promise<RegistrationEndpoint> {
  const discovery = await fetchDiscovery(issuer, http, signal);
  if (!discovery.ok)
    throw new RegistrationUnavailableError(
      [discovery.message, discovery.remedy].filter(Boolean).join('. '),
    );
  if (discovery.issuerMatch === 'different')
    throw new RegistrationUnavailableError(
      'The document names another issuer, so that no token is sent to its registration endpoint',
    );
  const url = discovery.document.registration_endpoint;
  if (typeof url !== 'string' || !URL.canParse(url))
    throw new RegistrationUnavailableError(
      'The provider names no registration endpoint: dynamic registration is off there, or it has none. Use the files or the work order instead',
    );
  // As with client secrets, an https issuer must not make us send a token over plain http.
  if (isPlain(url) && !isPlain(issuer))
    throw new RegistrationUnavailableError(
      'The issuer uses https and its registration endpoint plain http, so that no token is sent there',
    );
  return {
    url,
    scopesSupported: texts(discovery.document.scopes_supported),
  };
}
