import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import {
  CONNECTIONS_ANNOTATION,
  type Connection,
} from 'backstage-plugin-camunda-identity-common';

/** Marks the entities that come from connection records. */
export const LOCATION = 'camunda-identity:connections';

/**
 * A record as a catalog entity. Holds nothing personal: neither the initial claim nor client IDs.
 */
export function toEntity(connection: Connection): Entity {
  const { entityRef, name, title, providerSummary } = connection;
  return {
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
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
        'camunda-identity/connection-id': connection.id,
        // The card and the tab stand on the connection's own page, too.
        [CONNECTIONS_ANNOTATION]: name,
      },
    },
    spec: {
      type: 'oidc-connection',
      owner: connection.owner,
      dependencyOf: [entityRef],
      ...(entityRef.startsWith('system:') ? { system: entityRef } : {}),
    },
  };
}
