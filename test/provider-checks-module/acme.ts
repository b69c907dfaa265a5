import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';

/** A product that only this company has. */
export const acme: ProviderProfile = {
  profile: 'acme',
  title: 'Acme Sign-in',
  matchesDocument: document => 'acme_tenant' in document,
  // Without this, the local provider of the tests would not be recognised.
  matchesIssuer: issuer => new URL(issuer).hostname === 'localhost',
  quirks: ['Applications are registered by the platform team.'],
  admin: { application: 'Acme portal > Applications' },
  docsUrl: 'https://acme.example.com/sign-in',
};
