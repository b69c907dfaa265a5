import type { ClientFacts, ClientKey, MachineClientKey } from './types';
import { since } from './versions';

const PREFIX = 'machine.';

/**
 * The key of an application of the team's own.
 *
 * @param name - its name in the record
 * @public
 */
export function machineClientKey(name: string): MachineClientKey {
  return `${PREFIX}${name}`;
}

/**
 * The name in the record of an application of the team's own.
 *
 * @returns undefined for an application of a component
 * @public
 */
export function machineClientName(key: string): string | undefined {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : undefined;
}

/** @public */
export function isMachineClient(key: ClientKey): key is MachineClientKey {
  return key.startsWith(PREFIX);
}

/**
 * What is true of every application that calls Camunda with a token of its own.
 *
 * @param name - its name in the record
 * @public
 */
export function machineClientFacts(name: string): ClientFacts {
  return {
    key: machineClientKey(name),
    title: name,
    clientType: 'confidential',
    entraPlatform: 'none',
    redirectPaths: [],
    grantTypes: ['client_credentials'],
    scopes: 'machine',
    certificate: {
      source: 'Camunda docs, Camunda Spring Boot Starter configuration',
    },
    notes: [
      {
        code: 'machine-client-authorization',
        severity: 'note',
        versions: since('8.8'),
        text: 'A token lets the application in; what it may do there is a matter of authorizations. Until it has some, it sees the topology of the cluster and nothing else.',
      },
    ],
    source:
      'Camunda docs, "Machine client authorization" of the Helm guides; "Connectors configuration"',
  };
}
