import type { ComponentFacts } from '../types';
import { until } from '../versions';

export const operate: ComponentFacts = {
  key: 'operate',
  title: 'Operate',
  purpose: 'shows and repairs running processes',
  versions: until('8.7'),
  clients: [
    {
      key: 'operate',
      title: 'Operate',
      clientType: 'confidential',
      entraPlatform: 'web',
      redirectPaths: ['/identity-callback'],
      helmRedirectUrlKey: 'global.identity.auth.operate.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      notes: [],
      source:
        'Page, Helm values (the table of 8.7 has the row /identity-callback); chart 8.7 templates/operate/configmap.yaml',
    },
  ],
};
