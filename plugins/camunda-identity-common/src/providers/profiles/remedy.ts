import type { AdminTopic, ProviderProfile } from './types';

/** The product setting that a finding is about, for findings without a remedy of the product. */
const TOPICS: Readonly<Partial<Record<string, AdminTopic>>> = {
  'client.secret': 'secret',
  'client.any-secret': 'secret',
  'client.token': 'grantTypes',
  'client.token-format': 'audience',
  'client.token-audience': 'audience',
  'client.token-auth-method': 'application',
  'client.token-client': 'application',
  'client.token-lifetime': 'application',
  'client.redirect-uri': 'redirectUris',
  'client.redirect-uri-open': 'redirectUris',
  'client.redirect-uri-flow': 'grantTypes',
  'discovery.grant-types': 'grantTypes',
  'logout.endpoint': 'logout',
};

/**
 * Where and how to fix a finding in a product.
 *
 * @param code - of the finding
 * @returns undefined if nothing is known about it
 * @public
 */
export function profileRemedy(
  profile: ProviderProfile,
  code: string,
): string | undefined {
  const own = profile.remedies?.[code];
  if (own) return `At ${profile.title}: ${own}`;
  const topic = TOPICS[code];
  const place = topic && profile.admin[topic];
  return place ? `At ${profile.title}: ${place}.` : undefined;
}
