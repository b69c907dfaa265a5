import type { ComponentFacts } from '../types';
import { until } from '../versions';

export const tasklist: ComponentFacts = {
  key: 'tasklist',
  title: 'Tasklist',
  purpose: 'lets people work on their tasks',
  versions: until('8.7'),
  clients: [
    {
      key: 'tasklist',
      title: 'Tasklist',
      clientType: 'confidential',
      entraPlatform: 'web',
      redirectPaths: ['/identity-callback'],
      helmRedirectUrlKey: 'global.identity.auth.tasklist.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      notes: [],
      source:
        'Page, Helm values (the table of 8.7 has the row /identity-callback); chart 8.7 templates/tasklist/configmap.yaml',
    },
  ],
};
