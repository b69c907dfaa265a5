import type { Explanation } from 'backstage-plugin-camunda-identity-common';

export type AuthMethod = 'client_secret_basic' | 'client_secret_post';

/** The token endpoint refused (RFC 6749 section 5.2). */
export interface Refused {
  kind: 'refused';
  status: number;
  /** OAuth error, or `unknown` for a word that is none. */
  error: string;
  /** What is known of the provider's words; the words themselves are shown to nobody. */
  explanation?: Explanation;
  /** Entra's number for it, where that is one of the known ones. */
  productCode?: string;
  /** The answer repeats what it was sent. */
  repeatsSecret: boolean;
  authMethod: AuthMethod;
}

/** It refused without an OAuth error: client, secret, or something in front of it. */
export interface Mute {
  kind: 'mute';
  status: number;
  /** It asks for a password, as a proxy in front of it does. */
  challenged: boolean;
  authMethod: AuthMethod;
}

/**
 * What came of a token request. The token leaves the run in no finding.
 *
 * - `broken`: the endpoint does not do what a token endpoint does
 * - `unknown`: the answer says nothing of the endpoint
 */
export type TokenOutcome =
  | { kind: 'issued'; authMethod: AuthMethod; accessToken: string }
  | Refused
  | Mute
  | { kind: 'broken'; message: string; status?: number }
  | { kind: 'unknown'; message: string };

/** Client and secret were not accepted, or nobody can say. */
export function refusesClient(outcome: TokenOutcome): boolean {
  return (
    (outcome.kind === 'refused' && outcome.error === 'invalid_client') ||
    outcome.kind === 'mute'
  );
}
