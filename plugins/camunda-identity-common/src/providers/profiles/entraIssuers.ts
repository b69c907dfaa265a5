import type { UnusableIssuer } from './types';

/** Issuer of Entra's v1.0 tokens in each of its clouds. */
export const V1_ISSUER =
  /^https:\/\/sts\.(windows\.net|microsoftonline\.de|chinacloudapi\.cn)\//;

/** Host of a cloud's login pages, by the host of its v1.0 issuer; the document may name another. */
const LOGIN_HOSTS: Record<string, string> = {
  'windows.net': 'login.microsoftonline.com',
  'microsoftonline.de': 'login.microsoftonline.de',
  'chinacloudapi.cn': 'login.partner.microsoftonline.cn',
};

/** Former hosts of Entra's login pages, which no v2.0 issuer names any more. */
const OLD_HOSTS: Record<string, string> = {
  'login.windows.net': 'login.microsoftonline.com',
  'login.microsoft.com': 'login.microsoftonline.com',
  'login-us.microsoftonline.com': 'login.microsoftonline.us',
  'login.chinacloudapi.cn': 'login.partner.microsoftonline.cn',
};

/** The host of a cloud's login pages: that of the document's own endpoints, if it has any. */
function loginHost(
  document: Readonly<Record<string, unknown>>,
  otherwise: string,
): string {
  const url = document.authorization_endpoint;
  if (typeof url !== 'string' || !URL.canParse(url)) return otherwise;
  const { hostname } = new URL(url);
  return OLD_HOSTS[hostname] ?? hostname;
}

/** The issuer of v2.0 tokens for the tenant and cloud of a v1.0 document. */
function v2IssuerOf(
  document: Readonly<Record<string, unknown>>,
  v1Issuer: string,
): string {
  const cloud = V1_ISSUER.exec(v1Issuer)?.[1] ?? 'windows.net';
  const [tenant] = v1Issuer.replace(V1_ISSUER, '').split('/');
  return `https://${loginHost(document, LOGIN_HOSTS[cloud])}/${tenant}/v2.0`;
}

/** Multi-tenant issuers, and those of v1.0. */
export function unusableEntraIssuer(
  issuer: string,
  document: Readonly<Record<string, unknown>>,
): UnusableIssuer | undefined {
  if (issuer.includes('{'))
    return {
      reason:
        'is a template for the issuers of many tenants; tokens name one of them',
      remedy: `This address serves every tenant. Configure the issuer of your own: https://${loginHost(
        document,
        'login.microsoftonline.com',
      )}/<tenant ID>/v2.0`,
    };
  if (!V1_ISSUER.test(issuer)) return undefined;
  const instead = v2IssuerOf(document, issuer);
  return {
    reason:
      'is the issuer of Entra’s v1.0 tokens, which Camunda does not accept',
    remedy: `This is the document of Entra’s v1.0. Configure ${instead}`,
    instead,
    remedyWithInstead:
      'This is the document of Entra’s v1.0, although v2.0 was asked for: something between this portal and Microsoft answers in its place.',
  };
}

/** A path of Entra's v1.0 that v2.0 does not have. */
const V1_AUTHORIZATION = /^https:\/\/login\.[^/]+\/[^/]+\/oauth2\/authorize$/;

/** A tenant, or its placeholder. */
const tenantOf = (endpoint: string) =>
  /^https:\/\/login\.[^/]+\/([^/]+)\/oauth2\//.exec(endpoint)?.[1];

/** What to do if a component sends people to an Entra address other than the record's. */
export function strayAtEntra(
  actual: string,
  expected: string,
): string | undefined {
  if (V1_AUTHORIZATION.test(actual))
    return 'These are addresses of Entra’s v1.0: configure issuer and endpoints of v2.0.';
  const [own, wanted] = [tenantOf(actual), tenantOf(expected)];
  return own && wanted && own !== wanted
    ? `The component uses the tenant ${own}: configure the issuer of ${wanted}.`
    : undefined;
}
