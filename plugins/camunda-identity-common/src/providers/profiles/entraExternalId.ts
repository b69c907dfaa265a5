import { entra, withVersion } from './entra';
import { hostOf, type ProviderProfile } from './types';

/** Microsoft Entra External ID: for customers, with tenants on ciamlogin.com. */
export const entraExternalId: ProviderProfile = {
  ...entra,
  profile: 'entra-external-id',
  title: 'Microsoft Entra External ID',
  matchesIssuer: issuer => hostOf(issuer).endsWith('.ciamlogin.com'),
  // Camunda's page for it is that of a generic provider.
  providerType: undefined,
  clusterClaims: undefined,
  meantIssuers: typed =>
    hostOf(typed).endsWith('.ciamlogin.com') ? withVersion(typed) : [],
  // Traits shared with Entra do not distinguish the two.
  documentTraits: [
    document => hostOf(document.issuer).endsWith('.ciamlogin.com'),
    document => hostOf(document.token_endpoint).endsWith('.ciamlogin.com'),
  ],
  remedies: {
    ...entra.remedies,
    'discovery.issuer-mismatch':
      'The issuer has the tenant’s ID as host name and in its path, and ends in /v2.0: copy it from the document.',
  },
  quirks: [
    'The document is found under the tenant’s name, but names the issuer https://<tenant ID>.ciamlogin.com/<tenant ID>/v2.0: configure that one.',
    'Without /v2.0 another document answers, whose tokens Camunda does not accept.',
    ...entra.quirks.slice(1),
  ],
};
