import type { ComponentFacts } from '../types';
import { until, versionsBetween } from '../versions';

export const webModeler: ComponentFacts = {
  key: 'webModeler',
  title: 'Web Modeler',
  purpose: 'models processes in the browser',
  versions: until('8.9'),
  clients: [
    {
      key: 'webModeler.ui',
      title: 'Web Modeler UI',
      clientType: 'public',
      entraPlatform: 'spa',
      redirectPaths: ['/login-callback'],
      helmRedirectUrlKey: 'global.identity.auth.webModeler.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      notes: [
        {
          code: 'web-modeler-two-clients',
          severity: 'note',
          text: 'Web Modeler needs two applications at the provider: one for the UI and one for the API.',
        },
        {
          code: 'web-modeler-cluster-auth',
          severity: 'note',
          providerType: 'MICROSOFT',
          versions: versionsBetween('8.6', '8.7'),
          text: 'Passing a user’s token on to a cluster (BEARER_TOKEN) is not supported with Entra, whose tokens have one audience; use CLIENT_CREDENTIALS for the clusters: CAMUNDA_MODELER_CLUSTERS_0_OAUTH_URL, _OAUTH_SCOPE and _OAUTH_AUDIENCE_ZEEBE, which are written.',
        },
        {
          code: 'web-modeler-audiences-differ',
          severity: 'info',
          versions: ['8.5'],
          text: 'The page of 8.5 has one application for Web Modeler, and asks for another value for the public API’s audience than for the UI’s.',
        },
        {
          code: 'public-client-corrected',
          severity: 'note',
          text: 'A public client with PKCE. An earlier text of Camunda’s page listed it among the confidential clients; that was corrected, and the Entra steps always had it as a single-page application.',
        },
      ],
      source:
        'Page, "Component-specific configuration"; camunda-docs PR 6811 for the client type',
    },
    {
      key: 'webModeler.api',
      title: 'Web Modeler API',
      clientType: 'confidential',
      entraPlatform: 'web',
      redirectPaths: [],
      grantTypes: ['client_credentials'],
      scopes: 'machine',
      secretUnused: true,
      notes: [
        {
          code: 'web-modeler-api-secret-unused',
          severity: 'info',
          text: 'Callers of the public API ask for tokens with this application’s audience. The chart itself never uses its secret.',
        },
      ],
      source: 'Page, "Steps" and "Component-specific configuration"',
    },
  ],
};
