import type { Entity } from '@backstage/catalog-model';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';
import { atLocation } from './atLocation';
import { LOCATION } from './toEntity';

/**
 * The HTTP API as a catalog entity, with the document that it serves at `/openapi.json`.
 *
 * @param options - `owner`: entity reference; `clouds`: names of the Microsoft clouds of this portal
 */
export function apiEntity(options: {
  owner: string;
  clouds: string[];
}): Entity {
  const { owner, clouds } = options;
  return atLocation(LOCATION, {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: 'camunda-identity',
      title: 'Camunda Identity',
      description:
        'How the Camunda installations of this company are connected to OpenID providers',
      tags: ['camunda', 'oidc'],
    },
    spec: {
      type: 'openapi',
      lifecycle: 'production',
      owner,
      definition: JSON.stringify(createOpenApiDocument({ clouds }), null, 2),
    },
  });
}
