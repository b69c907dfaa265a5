import type { AdminTopic, ProviderProfile } from './types';

/** Which of a product's settings a finding is about, where the product has no words of its own for it. */
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
 * Where in a product, and what there, a finding is mended.
 *
 * @param code - of the finding
 * @returns undefined where nothing is known of it
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
