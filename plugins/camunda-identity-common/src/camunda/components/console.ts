import type { ComponentFacts } from '../types';
import { until } from '../versions';

export const console: ComponentFacts = {
  key: 'console',
  title: 'Console',
  purpose: 'shows the clusters of an installation',
  versions: until('8.9'),
  clients: [
    {
      key: 'console',
      title: 'Console',
      clientType: 'public',
      entraPlatform: 'spa',
      // The page gives the bare URL, the Entra guide of later versions the one with a slash; what
      // Console sends ends in a slash. Register both.
      redirectPaths: ['/', ''],
      alternativeRedirectPaths: [''],
      helmRedirectUrlKey: 'global.identity.auth.console.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      notes: [
        {
          code: 'public-client-corrected',
          severity: 'note',
          text: 'A public client with PKCE. An earlier text of Camunda’s page listed it among the confidential clients; that was corrected, and the Entra steps always had it as a single-page application.',
        },
        {
          code: 'console-trailing-slash',
          severity: 'info',
          text: 'The page gives the address without, later guides with a trailing slash. Providers compare character by character, so both are listed.',
        },
      ],
      source:
        'Page, "Component-specific configuration"; camunda-docs PR 6811 for the client type',
    },
  ],
};
