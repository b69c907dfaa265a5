import { warnsOfClusterKeys } from '../traits';
import type { CamundaVersion } from '../versions';

const OIDC = 'orchestration.security.authentication.oidc';
const PROPERTY = 'camunda.security.authentication.oidc';

/**
 * Helm keys of the cluster that chart 15 (8.10) takes with a warning and chart 16 takes no more, with the
 * property that takes their place: in `orchestration.extraConfiguration`. A key with its default raises no warning.
 */
const KEYS: Readonly<Record<string, { property: string; default?: string }>> = {
  [`${OIDC}.redirectUrl`]: { property: `${PROPERTY}.redirect-uri` },
  [`${OIDC}.usernameClaim`]: {
    property: `${PROPERTY}.username-claim`,
    default: 'preferred_username',
  },
  [`${OIDC}.clientIdClaim`]: {
    property: `${PROPERTY}.client-id-claim`,
    default: 'client_id',
  },
  [`${OIDC}.preferUsernameClaim`]: {
    property: `${PROPERTY}.prefer-username-claim`,
    default: 'false',
  },
  [`${OIDC}.groupsClaim`]: { property: `${PROPERTY}.groups-claim` },
  [`${OIDC}.scope`]: { property: `${PROPERTY}.scope` },
  [`${OIDC}.backwardsCompatibleAudiences`]: {
    property: `${PROPERTY}.audiences`,
  },
  'orchestration.security.authentication.unprotectedApi': {
    property: 'camunda.security.authentication.unprotected-api',
    default: 'false',
  },
  'orchestration.security.authentication.authenticationRefreshInterval': {
    property: 'camunda.security.authentication.authentication-refresh-interval',
    default: 'PT30S',
  },
  'orchestration.security.authorizations.enabled': {
    property: 'camunda.security.authorizations.enabled',
    default: 'true',
  },
  'orchestration.security.initialization.mappingRules': {
    property: 'camunda.security.initialization.mapping-rules',
  },
  'orchestration.security.initialization.authorizations': {
    property: 'camunda.security.initialization.authorizations',
  },
};

/**
 * What takes the place of a Helm key that the chart of a version still reads, but warns of.
 *
 * @param value - what stands there, as text
 * @returns the property for `orchestration.extraConfiguration`; undefined for a key without a warning
 * @public
 */
export function deprecatedKey(
  path: string,
  value: string,
  version: CamundaVersion,
): string | undefined {
  if (!warnsOfClusterKeys(version)) return undefined;
  const known = value === '' ? undefined : KEYS[path];
  return known && known.default !== value ? known.property : undefined;
}
