import type { ComponentFacts } from '../types';
import { since } from '../versions';

export const hub: ComponentFacts = {
  key: 'hub',
  title: 'Camunda Hub',
  purpose: 'models processes and shows the clusters of an installation',
  versions: since('8.10'),
  clients: [
    {
      key: 'hub.ui',
      title: 'Camunda Hub UI',
      clientType: 'public',
      entraPlatform: 'spa',
      redirectPaths: ['/login-callback'],
      helmRedirectUrlKey: 'global.identity.auth.camundaHub.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      notes: [
        {
          code: 'hub-replaces',
          severity: 'note',
          text: 'From 8.10 on Camunda Hub takes the place of Web Modeler and Console: two applications at the provider instead of three.',
        },
      ],
      source: 'Page of 8.10, "Component-specific configuration"',
    },
    {
      key: 'hub.api',
      title: 'Camunda Hub API',
      clientType: 'confidential',
      entraPlatform: 'web',
      redirectPaths: [],
      grantTypes: ['client_credentials'],
      scopes: 'machine',
      secretUnused: true,
      notes: [
        {
          code: 'hub-api-secret-unused',
          severity: 'info',
          text: 'Callers of the public API ask for tokens with this application’s audience. The chart itself never uses its secret.',
        },
      ],
      source: 'Page of 8.10, "Steps"',
    },
  ],
};
