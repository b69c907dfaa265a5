import type { ComponentFacts } from '../types';

export const connectors: ComponentFacts = {
  key: 'connectors',
  title: 'Connectors',
  purpose: 'connects processes with other systems',
  versions: ['8.7'],
  clients: [
    {
      key: 'connectors',
      title: 'Connectors',
      clientType: 'confidential',
      entraPlatform: 'none',
      redirectPaths: [],
      grantTypes: ['client_credentials'],
      scopes: 'machine',
      notes: [
        {
          code: 'connectors-modes',
          severity: 'info',
          text: 'Connectors act as a client. Outbound only (CAMUNDA_CONNECTOR_POLLING_ENABLED is false) needs the Zeebe client properties; inbound needs those of Operate as well.',
        },
      ],
      source: 'Page, "Component-specific configuration"',
    },
  ],
};
