import { adfs } from './adfs';
import { auth0 } from './auth0';
import { authentik } from './authentik';
import { cognito } from './cognito';
import { dex } from './dex';
import { entra } from './entra';
import { entraB2c } from './entraB2c';
import { entraExternalId } from './entraExternalId';
import { gitlab } from './gitlab';
import { google } from './google';
import { keycloak } from './keycloak';
import { okta } from './okta';
import { onelogin } from './onelogin';
import { ping } from './ping';
import type { ProviderProfile } from './types';
import { zitadel } from './zitadel';

export * from './explanation';
export * from './remedy';
export * from './types';
export { generic as GENERIC_PROFILE } from './generic';

/**
 * Every known product; the first that recognises a provider is used.
 *
 * @public
 */
export const PROVIDER_PROFILES: readonly ProviderProfile[] = [
  entraExternalId,
  entraB2c,
  entra,
  auth0,
  cognito,
  google,
  okta,
  ping,
  gitlab,
  onelogin,
  zitadel,
  authentik,
  adfs,
  keycloak,
  dex,
];
