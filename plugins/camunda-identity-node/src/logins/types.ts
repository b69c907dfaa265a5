import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import type { CheckInput } from '../checks/types';
import type { CheckConnectionOptions } from '../CheckConnectionOptions';

/**
 * What is signed in to: a record or draft, and one of its clients. The client's secret, if any, is in
 * `secrets`.
 *
 * @public
 */
export interface LoginInput extends CheckInput {
  client: ClientKey;
}

/**
 * How requests to the provider are made.
 *
 * @public
 */
export type LoginOptions = Pick<
  CheckConnectionOptions,
  | 'http'
  | 'providers'
  | 'profiles'
  | 'insecureAllowed'
  | 'runTimeoutMs'
  | 'turn'
  | 'signal'
>;

/**
 * The state of a sign-in between its begin and completion. With it and the code, anybody could redeem the code
 * of a public client: store it encrypted.
 *
 * @public
 */
export interface KeptLogin {
  client: ClientKey;
  clientId: string;
  /** The issuer whose answer is expected: code and secret are sent to no other. */
  issuer: string;
  redirectUri: string;
  /** Scopes that were asked for. */
  scopes: string[];
  state: string;
  nonce: string;
  /** RFC 7636 section 4.1. */
  codeVerifier: string;
}

/**
 * A sign-in that has begun.
 *
 * @public
 */
export interface BegunLogin {
  /** Where the browser goes. */
  authorizationUrl: string;
  kept: KeptLogin;
}

/**
 * The parameters with which the provider sent the person back (RFC 6749 section 4.1.2; RFC 9207).
 *
 * @public
 */
export interface LoginAnswer {
  code?: string;
  iss?: string;
  error?: string;
  errorDescription?: string;
}

/**
 * Thrown if a sign-in cannot begin: something is missing in the record, or the provider cannot be reached. The
 * message says what to do.
 *
 * @public
 */
export class LoginUnavailableError extends Error {
  name = 'LoginUnavailableError';
}
