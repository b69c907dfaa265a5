import type { ComponentFacts } from '../types';
import { since } from '../versions';

export const optimize: ComponentFacts = {
  key: 'optimize',
  title: 'Optimize',
  purpose: 'reports on processes',
  versions: since('8.5'),
  clients: [
    {
      key: 'optimize',
      title: 'Optimize',
      clientType: 'confidential',
      entraPlatform: 'web',
      redirectPaths: ['/api/authentication/callback'],
      helmRedirectUrlKey: 'global.identity.auth.optimize.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      notes: [
        {
          code: 'optimize-missing-features',
          severity: 'note',
          text: 'With an OIDC provider Optimize has no User permissions tab and no Alerts tab in collections, sends no digests, and shows the sub claim instead of the name of a resource owner.',
        },
        {
          code: 'optimize-variables-fallback',
          severity: 'info',
          text: 'Existing environment variables for the authentication provider still work as a fallback. In a custom YAML file the properties have to be changed to the values given here.',
        },
      ],
      source: 'Page, "Component-specific configuration"',
    },
  ],
};
