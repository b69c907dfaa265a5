import {
  CHART_KEY_RULES,
  componentsOf,
  connectPageUrl,
  GRANT_TYPES,
  GUIDES,
  NOTICES,
  oidcFeatures,
  prerequisites,
  type CamundaVersion,
} from '../camunda';
import { clientConfigKeys } from '../config/clientKeys';
import type { CamundaFacts } from './types';

/**
 * The documented facts of a version, as `GET /v1/camunda/:version` answers them.
 *
 * @public
 */
export function camundaFacts(version: CamundaVersion): CamundaFacts {
  const isOf = (entry: { versions?: readonly CamundaVersion[] }) =>
    !entry.versions || entry.versions.includes(version);
  return {
    version,
    docsUrl: connectPageUrl(version),
    components: componentsOf(version).map(
      ({ key, title, purpose, clients }) => ({
        key,
        title,
        purpose,
        clients: clients.map(client => ({
          ...client,
          notes: client.notes.filter(isOf),
          configKeys: clientConfigKeys(client.key, version),
        })),
      }),
    ),
    features: oidcFeatures(version).map(({ availableIn, ...feature }) => ({
      ...feature,
      available: availableIn.includes(version),
    })),
    notices: NOTICES.filter(isOf),
    prerequisites: prerequisites(version),
    guides: Object.values(GUIDES).map(guide => ({
      ...guide,
      steps: guide.steps.filter(isOf),
      considerations: guide.considerations.filter(isOf),
    })),
    grantTypes: GRANT_TYPES,
    chartKeys: CHART_KEY_RULES.filter(isOf),
  };
}
