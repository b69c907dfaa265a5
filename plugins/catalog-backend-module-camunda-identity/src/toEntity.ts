import type { Entity } from '@backstage/catalog-model';
import {
  CONNECTIONS_ANNOTATION,
  type Connection,
} from 'backstage-plugin-camunda-identity-common';
import { atLocation } from './atLocation';

/** Marks the entities that come from connection records. */
export const LOCATION = 'camunda-identity:connections';

/**
 * Converts a record to a catalog entity, without personal data: neither the initial claim nor client IDs.
 */
export function toEntity(connection: Connection): Entity {
  const { entityRef, name, title, providerSummary } = connection;
  return atLocation(LOCATION, {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      title: title ?? name,
      description:
        connection.description ??
        `Connection of Camunda ${connection.camundaVersion} to ${providerSummary.title} (${providerSummary.issuer})`,
      tags: ['camunda', 'oidc'],
      annotations: {
        'camunda-identity/connection-id': connection.id,
        // Shows the card and the tab on the connection's own page as well.
        [CONNECTIONS_ANNOTATION]: name,
      },
    },
    spec: {
      type: 'oidc-connection',
      owner: connection.owner,
      dependencyOf: [entityRef],
      ...(entityRef.startsWith('system:') ? { system: entityRef } : {}),
    },
  });
}
