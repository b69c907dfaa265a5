import { endpointPath, hostOf, type ProviderProfile } from './types';

/** Zitadel, cloud or self-hosted. */
export const zitadel: ProviderProfile = {
  profile: 'zitadel',
  title: 'Zitadel',
  matchesIssuer: issuer => /\.zitadel\.(cloud|app)$/.test(hostOf(issuer)),
  hasOwnHosts: true,
  documentTraits: [
    document =>
      endpointPath(document, 'authorization_endpoint') ===
      '/oauth/v2/authorize',
    document =>
      endpointPath(document, 'end_session_endpoint') === '/oidc/v1/end_session',
    document => endpointPath(document, 'jwks_uri') === '/oauth/v2/keys',
  ],
  quirks: [
    'It shows its login page even if prompt=none forbids that.',
    'Access tokens are opaque until "JWT" is chosen as token type of the application.',
    'The audience of a token comes from the scope urn:zitadel:iam:org:project:id:<project>:aud.',
  ],
  remedies: {
    'client.token-format':
      'Projects > (project) > Applications > (application) > Token Settings > Auth Token Type: JWT.',
    'client.token':
      'Applications have no client credentials at Zitadel: use a service user (Users > Service Users) with a client secret.',
    'client.token-audience':
      'Ask for the scope urn:zitadel:iam:org:project:id:<project>:aud.',
    'discovery.issuer-mismatch':
      'Zitadel names ExternalDomain, ExternalPort and ExternalSecure of its own configuration.',
    'discovery.endpoint-urls':
      'ExternalSecure: true, with TLS ended at the proxy.',
    'client.redirect-uri':
      'Applications > (application) > Redirect Settings; plain http needs Development Mode.',
  },
  explanations: [
    {
      text: /requested redirect_uri is missing in the client configuration/i,
      about: 'redirect-uri',
      cause: 'The redirect URI is not among those of the application.',
      fix: 'Add it under Redirect Settings.',
    },
    {
      text: /unable to retrieve client by id|Errors\.App\.NotFound/i,
      about: 'client',
      cause: 'Zitadel has no such application.',
      fix: 'Copy the client ID from the application’s configuration.',
    },
  ],
  admin: {
    application: 'Projects > (project) > Applications > (application)',
    redirectUris: 'Applications > (application) > Redirect Settings',
    secret: 'Applications > (application) > Configuration > Client Secret',
    grantTypes: 'Applications > (application) > Configuration > Grant Types',
    audience: 'Applications > (application) > Token Settings > Auth Token Type',
    logout:
      'Applications > (application) > Redirect Settings > Post Logout URIs',
  },
  docsUrl: 'https://zitadel.com/docs/guides/integrate/login/oidc',
};
