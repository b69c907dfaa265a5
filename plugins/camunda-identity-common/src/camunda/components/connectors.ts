import type { ComponentFacts } from '../types';
import { versionsBetween } from '../versions';

export const connectors: ComponentFacts = {
  key: 'connectors',
  title: 'Connectors',
  purpose: 'connects processes with other systems',
  versions: versionsBetween('8.5', '8.10'),
  clients: [
    {
      key: 'connectors',
      title: 'Connectors',
      clientType: 'confidential',
      entraPlatform: 'none',
      redirectPaths: [],
      certificate: {
        versions: versionsBetween('8.8', '8.10'),
        source: 'Camunda docs, Camunda Spring Boot Starter configuration',
      },
      grantTypes: ['client_credentials'],
      scopes: 'machine',
      notes: [
        {
          code: 'connectors-modes',
          severity: 'info',
          versions: versionsBetween('8.5', '8.7'),
          text: 'Connectors act as a client. Outbound only (CAMUNDA_CONNECTOR_POLLING_ENABLED is false) needs the Zeebe client properties; inbound needs those of Operate as well.',
        },
        {
          code: 'connectors-cluster-client',
          severity: 'info',
          versions: versionsBetween('8.8', '8.10'),
          text: 'Connectors ask for tokens of the Orchestration Cluster’s audience; they may use the cluster’s own application.',
        },
      ],
      source: 'Page, "Component-specific configuration"',
    },
  ],
};
