import type { ComponentFacts } from '../types';
import { since } from '../versions';

export const identity: ComponentFacts = {
  key: 'identity',
  title: 'Management Identity',
  purpose: 'manages who may use the Camunda components',
  versions: since('8.5'),
  clients: [
    {
      key: 'identity',
      title: 'Management Identity',
      clientType: 'confidential',
      entraPlatform: 'web',
      redirectPaths: ['/auth/login-callback'],
      certificate: {
        providerType: 'MICROSOFT',
        source:
          'Camunda docs, "Microsoft Entra ID certificate authentication" of Management Identity',
      },
      helmRedirectUrlKey: 'global.identity.auth.identity.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      notes: [
        {
          code: 'identity-url-from-full-url',
          severity: 'info',
          text: 'No chart template reads identity.redirectUrl: Identity takes its own address from identity.fullURL, else from the ingress.',
        },
      ],
      source:
        'Page, "Component-specific configuration"; chart 8.7 templates/identity/configmap.yaml',
    },
  ],
};
