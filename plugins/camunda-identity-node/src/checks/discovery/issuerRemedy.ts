import { withoutTrailingSlash } from 'backstage-plugin-camunda-identity-common';
import type { IssuerMatch } from './compareIssuers';

/** Issuer of Entra's v1.0 tokens, in each of its clouds. */
const V1 =
  /^https:\/\/sts\.(windows\.net|microsoftonline\.de|chinacloudapi\.cn)\//;

/** Where a cloud's login pages are, by the host of its v1.0 issuer; the document may say another. */
const LOGIN_HOSTS: Record<string, string> = {
  'windows.net': 'login.microsoftonline.com',
  'microsoftonline.de': 'login.microsoftonline.de',
  'chinacloudapi.cn': 'login.partner.microsoftonline.cn',
};

/** Hosts of Entra's login pages that are no longer named by any v2.0 issuer. */
const OLD_HOSTS: Record<string, string> = {
  'login.windows.net': 'login.microsoftonline.com',
  'login.microsoft.com': 'login.microsoftonline.com',
  'login-us.microsoftonline.com': 'login.microsoftonline.us',
  'login.chinacloudapi.cn': 'login.partner.microsoftonline.cn',
};

/** The host of a cloud's login pages: that of the document's own endpoints, where it has one. */
function loginHost(
  document: Readonly<Record<string, unknown>>,
  otherwise: string,
): string {
  const url = document.authorization_endpoint;
  if (typeof url !== 'string' || !URL.canParse(url)) return otherwise;
  const { hostname } = new URL(url);
  return OLD_HOSTS[hostname] ?? hostname;
}

/** True for the issuer of v1.0 tokens. */
export const isV1Issuer = (issuer: string) => V1.test(issuer);

/** The issuer of v2.0 tokens of the tenant and the cloud that a v1.0 document is of. */
export function v2IssuerOf(
  document: Readonly<Record<string, unknown>>,
  v1Issuer: string,
): string {
  const cloud = V1.exec(v1Issuer)?.[1] ?? 'windows.net';
  const [tenant] = v1Issuer.replace(V1, '').split('/');
  return `https://${loginHost(document, LOGIN_HOSTS[cloud])}/${tenant}/v2.0`;
}

/**
 * What to do about an issuer, out of what the document says. Never names what is configured already.
 *
 * @param actual - the issuer that the document names
 */
export function issuerRemedy(
  configured: string,
  actual: string,
  match: IssuerMatch,
  document: Readonly<Record<string, unknown>>,
): string {
  if (match === 'similar') return `Configure exactly ${actual}`;
  if (actual.includes('{'))
    return `This address serves every tenant. Configure the issuer of your own: https://${loginHost(
      document,
      'login.microsoftonline.com',
    )}/<tenant ID>/v2.0`;
  if (isV1Issuer(actual)) {
    const issuer = v2IssuerOf(document, actual);
    return withoutTrailingSlash(configured) === issuer
      ? 'This is the document of Entra’s v1.0, although v2.0 was asked for: something between this portal and Microsoft answers in its place.'
      : `This is the document of Entra’s v1.0. Configure ${issuer}`;
  }
  if (!URL.canParse(actual) || !/^https?:/.test(actual))
    return 'The provider names an issuer that is no URL; have it corrected there.';
  return `Configure ${actual} if that is your provider.`;
}
