import {
  componentsOf,
  connectPageUrl,
  NOTICES,
  OIDC_FEATURES,
  type CamundaVersion,
} from '../camunda';
import type { CamundaFacts } from './types';

/**
 * The documented facts of a version, as `GET /v1/camunda/:version` answers them.
 *
 * @public
 */
export function camundaFacts(version: CamundaVersion): CamundaFacts {
  return {
    version,
    docsUrl: connectPageUrl(version),
    components: componentsOf(version).map(
      ({ key, title, purpose, clients }) => ({
        key,
        title,
        purpose,
        clients: [...clients],
      }),
    ),
    features: OIDC_FEATURES.map(({ availableIn, ...feature }) => ({
      ...feature,
      available: availableIn.includes(version),
    })),
    notices: [...NOTICES],
  };
}
