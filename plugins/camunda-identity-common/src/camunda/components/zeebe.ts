import type { ComponentFacts } from '../types';
import { until } from '../versions';

export const zeebe: ComponentFacts = {
  key: 'zeebe',
  title: 'Zeebe',
  purpose: 'runs the processes',
  versions: until('8.7'),
  clients: [
    {
      key: 'zeebe',
      title: 'Zeebe',
      clientType: 'confidential',
      entraPlatform: 'none',
      redirectPaths: [],
      grantTypes: ['client_credentials'],
      scopes: 'machine',
      notes: [
        {
          code: 'zeebe-no-redirect',
          severity: 'info',
          text: 'Zeebe never redirects a browser: it needs no redirect URI. Operate, Tasklist and Connectors use this client to reach it.',
        },
        {
          code: 'zeebe-token-scope',
          severity: 'note',
          providerType: 'MICROSOFT',
          text: 'The token scope is this application’s own client ID followed by /.default, without a space.',
        },
      ],
      source: 'Page, Helm values; chart 8.7 templates/zeebe-gateway',
    },
  ],
};
