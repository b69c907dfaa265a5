/**
 * A Microsoft cloud: the origin of its login pages and tokens.
 *
 * @public
 */
export interface MicrosoftCloud {
  title: string;
  /** Origin (with an optional path) before the tenant id, no trailing slash. */
  loginBaseUrl: string;
}

/**
 * Clouds that Microsoft runs. An installation adds its own in `camundaIdentity.microsoft.clouds`.
 *
 * @public
 */
export const MICROSOFT_CLOUDS: Readonly<Record<string, MicrosoftCloud>> = {
  global: {
    title: 'Microsoft Entra ID',
    loginBaseUrl: 'https://login.microsoftonline.com',
  },
  usgov: {
    title: 'Microsoft Entra ID (US Government)',
    loginBaseUrl: 'https://login.microsoftonline.us',
  },
  china: {
    title: 'Microsoft Entra ID (operated by 21Vianet)',
    loginBaseUrl: 'https://login.partner.microsoftonline.cn',
  },
};

/**
 * Entra's endpoints of one tenant (page, Entra tab, Helm values). All on the v2.0 API.
 *
 * @param cloud - one of {@link MICROSOFT_CLOUDS} or of the configuration
 * @param tenantId - the directory's GUID
 * @public
 */
export function microsoftEndpoints(cloud: MicrosoftCloud, tenantId: string) {
  const tenant = `${cloud.loginBaseUrl}/${tenantId}`;
  return {
    issuer: `${tenant}/v2.0`,
    authUrl: `${tenant}/oauth2/v2.0/authorize`,
    tokenUrl: `${tenant}/oauth2/v2.0/token`,
    jwksUrl: `${tenant}/discovery/v2.0/keys`,
    wellKnown: `${tenant}/v2.0/.well-known/openid-configuration`,
  };
}
