import type { Explanation } from 'backstage-plugin-camunda-identity-common';

export type AuthMethod = 'client_secret_basic' | 'client_secret_post';

/** The token endpoint refused (RFC 6749 section 5.2). */
export interface Refused {
  kind: 'refused';
  status: number;
  /** OAuth error, or `unknown` for any other value. */
  error: string;
  /** Explanation of the provider's error text; the text itself is never shown. */
  explanation?: Explanation;
  /** Entra's number for the error, if it is a known one. */
  productCode?: string;
  /** The answer repeats what it was sent. */
  repeatsSecret: boolean;
  authMethod: AuthMethod;
}

/** It refused without an OAuth error: client, secret, or something in front of it. */
export interface Mute {
  kind: 'mute';
  status: number;
  /** It asks for a password, as a proxy in front of it would. */
  challenged: boolean;
  authMethod: AuthMethod;
}

/**
 * The outcome of a token request. No finding contains the token.
 *
 * - `broken`: the endpoint does not behave as a token endpoint
 * - `unknown`: the answer says nothing about the endpoint
 */
export type TokenOutcome =
  | { kind: 'issued'; authMethod: AuthMethod; accessToken: string }
  | Refused
  | Mute
  | { kind: 'broken'; message: string; status?: number }
  | { kind: 'unknown'; message: string };

/** Client and secret were not accepted, or it is unknown whether they were. */
export function refusesClient(outcome: TokenOutcome): boolean {
  return (
    (outcome.kind === 'refused' && outcome.error === 'invalid_client') ||
    outcome.kind === 'mute'
  );
}
