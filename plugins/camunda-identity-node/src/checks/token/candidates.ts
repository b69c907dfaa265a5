import {
  defaultScopeOf,
  redirectUris,
  type ClientFacts,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckContext } from '../types';

/** A client for which this run has a secret. */
export interface Candidate {
  facts: ClientFacts;
  clientId: string;
  secret: string;
  /** Audience that components check in its tokens. */
  audience?: string;
  tokenScope?: string;
  /** One that is registered, or should be. */
  redirectUri?: string;
}

/** Clients for which this run has a secret. A public client is never sent one. */
export function candidates({ input, clients }: CheckContext): Candidate[] {
  return clients.flatMap(({ facts, settings }) => {
    const secret = input.secrets?.[facts.key];
    if (!secret || !settings.clientId || facts.clientType !== 'confidential')
      return [];
    return [
      {
        facts,
        clientId: settings.clientId,
        secret,
        audience: settings.audience,
        tokenScope: settings.tokenScope,
        redirectUri: redirectUris(facts, settings.url)[0],
      },
    ];
  });
}

/** What the product needs in a client-credentials request in addition to client ID and secret. */
export function tokenParameters(
  { clientId, tokenScope, audience }: Candidate,
  profile: ProviderProfile,
): { scope?: string; audience?: string } {
  return {
    scope:
      tokenScope ??
      (profile.tokenRequest === 'default-scope'
        ? defaultScopeOf(clientId)
        : undefined),
    audience:
      profile.tokenRequest === 'audience-parameter' ? audience : undefined,
  };
}
