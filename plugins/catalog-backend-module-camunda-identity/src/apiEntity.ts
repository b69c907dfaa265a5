import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';
import { LOCATION } from './toEntity';

/**
 * The HTTP API as a catalog entity, with the document that it serves at `/openapi.json`.
 *
 * @param options - `owner`: entity reference; `clouds`: names of the Microsoft clouds of this portal
 */
export function apiEntity(options: {
  owner: string;
  clouds: readonly string[];
}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: 'camunda-identity',
      title: 'Camunda Identity',
      description:
        'How the Camunda installations of this company are connected to OpenID providers',
      tags: ['camunda', 'oidc'],
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
    },
    spec: {
      type: 'openapi',
      lifecycle: 'production',
      owner: options.owner,
      definition: JSON.stringify(
        createOpenApiDocument({ clouds: [...options.clouds] }),
        null,
        2,
      ),
    },
  };
}
