import type { GrantType } from './types';

/**
 * What each grant type is for and what its answer contains (page, Entra tab, "Additional
 * considerations").
 *
 * @public
 */
export interface GrantTypeFacts {
  grantType: GrantType;
  purpose: string;
  response: string;
}

/** @public */
export const GRANT_TYPES: readonly GrantTypeFacts[] = [
  {
    grantType: 'client_credentials',
    purpose: 'Creates a machine-to-machine (M2M) token.',
    response: 'an access token',
  },
  {
    grantType: 'refresh_token',
    purpose: 'Renews a token with a refresh token.',
    response: 'a new access token',
  },
  {
    grantType: 'authorization_code',
    purpose: 'Creates a token through the authorization flow.',
    response: 'an access token and a refresh token',
  },
];
