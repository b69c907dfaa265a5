import type { Components } from '../connections/components';
import { profileOf, type Provider, type ProviderContext } from '../providers';

/**
 * How the Orchestration Cluster reads a token.
 */
export interface OrchestrationClaims {
  usernameClaim: string;
  clientIdClaim: string;
  /** A token that has both claims is a user's. */
  preferUsernameClaim: boolean;
  groupsClaim?: string;
}

type Defaults = Omit<OrchestrationClaims, 'groupsClaim'>;

/** Defaults of the chart (8.8 values.yaml). */
const CHART: Defaults = {
  usernameClaim: 'preferred_username',
  clientIdClaim: 'client_id',
  preferUsernameClaim: false,
};

/** Camunda docs, "JWT token claims"; in Entra every token has azp, so users have to win. */
const BY_PROFILE: Record<string, Partial<Defaults>> = {
  entra: { clientIdClaim: 'azp', preferUsernameClaim: true },
  auth0: { usernameClaim: 'email' },
  okta: { usernameClaim: 'email' },
  ping: { usernameClaim: 'sub' },
};

/** What suits a provider, where a record does not say it. */
export function defaultClaims(
  provider: Provider,
  providers: ProviderContext,
): OrchestrationClaims {
  const { profile } = profileOf(provider, providers);
  return { ...CHART, ...BY_PROFILE[profile] };
}

/** What the record says, else what suits its provider. */
export function orchestrationClaims(
  settings: NonNullable<Components['orchestration']>,
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
