import type { ClientKey } from 'backstage-plugin-camunda-identity-common';
import type { CheckInput } from '../checks/types';
import type { CheckConnectionOptions } from '../CheckConnectionOptions';

/**
 * Who signs in to what: a record or draft, and one of its clients. A secret, where the client has one, stands
 * in `secrets`.
 *
 * @public
 */
export interface LoginInput extends CheckInput {
  client: ClientKey;
}

/**
 * How the provider is asked.
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
 * What has to be kept between the beginning of a sign-in and its end. Whoever has it and the code can redeem
 * the code of a public client: keep it encrypted.
 *
 * @public
 */
export interface KeptLogin {
  client: ClientKey;
  clientId: string;
  /** Whose answer is waited for: a code and a secret go to nobody else. */
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
  /** Where the person goes. */
  authorizationUrl: string;
  kept: KeptLogin;
}

/**
 * What the provider sent the person back with (RFC 6749 section 4.1.2; RFC 9207).
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
 * Why a sign-in cannot even begin: something is missing in the record, or the provider cannot be asked. The
 * message says what to do.
 *
 * @public
 */
export class LoginUnavailableError extends Error {
  name = 'LoginUnavailableError';
}
