import { hasWebModelerClusterTokens } from '../../camunda/traits';
import type { Finding } from '../../checks';
import type { Said } from './Said';
import { disagreement, propertySetting } from './stated';

const MODELER_AUTHENTICATION = 'camunda.modeler.clusters[n].authentication';

/** At Entra a token has one audience, so the one that somebody signed in with is none for the cluster. */
export function modelerToken(said: Said): Finding[] {
  if (said.type !== 'MICROSOFT' || !hasWebModelerClusterTokens(said.version))
    return [];
  return propertySetting(said, 'web-modeler-restapi', [MODELER_AUTHENTICATION])
    .filter(({ value }) => /^(BEARER_TOKEN|OAUTH)$/.test(value))
    .map(({ name, value, line }) =>
      disagreement(
        name,
        line,
        `${value} hands the token of the person on, and at Entra that is one for Web Modeler alone: deploying fails with 401`,
        'Write CLIENT_CREDENTIALS, with the token endpoint, the scope and the audiences of the cluster.',
      ),
    );
}
