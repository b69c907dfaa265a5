import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';

/** A product that only this company has. */
export const acme: ProviderProfile = {
  profile: 'acme',
  title: 'Acme Sign-in',
  matchesDocument: document => 'acme_tenant' in document,
  // Without this, the local provider of the tests would not be recognised.
  matchesIssuer: issuer => new URL(issuer).hostname === 'localhost',
  quirks: ['Applications are registered by the platform team.'],
  // What it does in its own way; see ProviderProfile for the rest.
  clusterClaims: { usernameClaim: 'acme_login' },
  explanations: [
    {
      text: /\bACME-17\b/,
      about: 'secret',
      cause: 'The secret was rotated by the platform team.',
      fix: 'Copy the new one from the Acme portal.',
      isNumber: true,
    },
  ],
  admin: { application: 'Acme portal > Applications' },
  docsUrl: 'https://acme.example.com/sign-in',
};
