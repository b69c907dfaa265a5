import type { ComponentFacts } from '../types';
import { since, until } from '../versions';

export const connectors: ComponentFacts = {
  key: 'connectors',
  title: 'Connectors',
  purpose: 'connects processes with other systems',
  versions: since('8.5'),
  clients: [
    {
      key: 'connectors',
      title: 'Connectors',
      clientType: 'confidential',
      entraPlatform: 'none',
      redirectPaths: [],
      certificate: {
        source: 'Camunda docs, Camunda Spring Boot Starter configuration',
      },
      grantTypes: ['client_credentials'],
      scopes: 'machine',
      notes: [
        {
          code: 'connectors-modes',
          severity: 'info',
          versions: until('8.7'),
          text: 'Connectors act as a client. Outbound only (CAMUNDA_CONNECTOR_POLLING_ENABLED is false) needs the Zeebe client properties; inbound needs those of Operate as well.',
        },
        {
          code: 'connectors-token-scope',
          severity: 'info',
          versions: until('8.7'),
          text: 'The token scope (ZEEBE_TOKEN_SCOPE, in 8.7 CAMUNDA_CLIENT_ZEEBE_SCOPE) is optional; Entra refuses a token request without one (AADSTS90014).',
        },
        {
          code: 'connectors-variables',
          severity: 'note',
          versions: ['8.7'],
          text: 'The page still shows the variables of 8.6 (ZEEBE_CLIENT_ID and so on). Connectors of 8.7 read CAMUNDA_CLIENT_* and, inbound, OPERATE_CLIENT_*, as their own page and the chart have it; those are written.',
        },
        {
          code: 'connectors-zeebe-application',
          severity: 'note',
          versions: until('8.7'),
          text: 'With Helm, Connectors ask for Zeebe’s token with Zeebe’s application; with variables they use their own. Whichever it is needs the permission.',
        },
        {
          code: 'connectors-cluster-role',
          severity: 'note',
          versions: since('8.8'),
          text: 'The cluster lets Connectors work by the default role connectors, which the written configuration gives their client ID; without it they get 403.',
        },
        {
          code: 'connectors-cluster-client',
          severity: 'info',
          versions: since('8.8'),
          text: 'Connectors ask for tokens of the Orchestration Cluster’s audience; they may use the cluster’s own application.',
        },
      ],
      source: 'Page, "Component-specific configuration"',
    },
  ],
};
