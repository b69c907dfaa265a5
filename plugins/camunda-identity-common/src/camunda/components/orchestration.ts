import type { ComponentFacts } from '../types';
import { since } from '../versions';

export const orchestration: ComponentFacts = {
  key: 'orchestration',
  title: 'Orchestration Cluster',
  purpose: 'runs the processes, with Operate and Tasklist',
  versions: since('8.8'),
  clients: [
    {
      key: 'orchestration',
      title: 'Orchestration Cluster',
      clientType: 'confidential',
      entraPlatform: 'web',
      redirectPaths: ['/sso-callback'],
      postLogoutPaths: [{ path: '/post-logout', versions: since('8.9') }],
      certificate: {
        source:
          'Camunda docs, core settings of the Orchestration Cluster, client-authentication-method and assertion.keystore',
      },
      helmRedirectUrlKey:
        'orchestration.security.authentication.oidc.redirectUrl',
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: 'user',
      userScopes: {
        GENERIC: ['openid', 'profile'],
        MICROSOFT: ['openid', 'profile', 'offline_access'],
      },
      notes: [
        {
          code: 'orchestration-own-connection',
          severity: 'note',
          text: 'From 8.8 on Zeebe, Operate and Tasklist are one cluster with an OIDC configuration of its own. Connecting Management Identity does not connect it.',
        },
        {
          code: 'orchestration-admin-user',
          severity: 'warning',
          text: 'Its first administrators are named by the username claim in the configuration (adminUsers). Camunda’s default is a user "demo", who does not exist at your provider.',
        },
        {
          code: 'orchestration-user-info',
          severity: 'note',
          providerType: 'MICROSOFT',
          versions: since('8.9'),
          text: 'Entra’s UserInfo endpoint refuses the cluster’s token (401, invalid audience); it is switched off in the written configuration. From 8.9.22 on sign-in goes on without it, with a warning.',
        },
      ],
      source:
        'Camunda docs, "Connect external identity provider" of the Orchestration Cluster; chart 8.8 templates/orchestration/files/_application-unified.yaml',
    },
  ],
};
