import type { Components } from '../connections/components';
import {
  profileOf,
  type ClusterClaims,
  type Provider,
  type ProviderContext,
} from '../providers';

/**
 * How the Orchestration Cluster reads a token.
 *
 * @public
 */
export interface OrchestrationClaims extends ClusterClaims {
  groupsClaim?: string;
}

/** Defaults of the chart (8.8 values.yaml). */
const CHART: ClusterClaims = {
  usernameClaim: 'preferred_username',
  clientIdClaim: 'client_id',
  preferUsernameClaim: false,
};

/** What suits a provider, where a record does not say it. */
export function defaultClaims(
  provider: Provider,
  providers: ProviderContext,
): OrchestrationClaims {
  return { ...CHART, ...profileOf(provider, providers).clusterClaims };
}

/**
 * What the record says, else what suits its provider.
 *
 * @public
 */
export function orchestrationClaims(
  settings: Partial<NonNullable<Components['orchestration']>>,
  provider: Provider,
  providers: ProviderContext,
): OrchestrationClaims {
  const defaults = defaultClaims(provider, providers);
  return {
    usernameClaim: settings.usernameClaim ?? defaults.usernameClaim,
    clientIdClaim: settings.clientIdClaim ?? defaults.clientIdClaim,
    preferUsernameClaim:
      settings.preferUsernameClaim ?? defaults.preferUsernameClaim,
    groupsClaim: settings.groupsClaim,
  };
}
