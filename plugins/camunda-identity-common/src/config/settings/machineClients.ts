import { hasOrchestrationCluster, type MachineClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import { camundaClient } from './camundaClient';
import type { ContainerSettings } from './types';

/** What an application of the team's own needs, to call Zeebe or the Orchestration Cluster. */
export function machineClientSettings(
  values: ConfigSource,
  client: MachineClientKey,
  inKubernetes: boolean,
): ContainerSettings {
  const cluster = values.has('orchestration');
  return {
    client,
    container: client.replace('.', '-'),
    comments: hasOrchestrationCluster(values.version)
      ? [
          'The token lets it in. Until it has authorizations or a role, it sees the topology and nothing else.',
        ]
      : [],
    settings: [
      ...camundaClient(values, client, inKubernetes),
      ...(cluster
        ? [
            {
              name: 'CAMUNDA_CLIENT_RESTADDRESS',
              property: 'camunda.client.rest-address',
              value: values.url('orchestration'),
              internalAddress: true as const,
            },
          ]
        : []),
    ],
  };
}
