/*
 * Addresses that are another one's: an endpoint where the issuer belongs, an issuer where an endpoint belongs.
 * Providers call their endpoints by few names.
 */

const ENDPOINT =
  /\/(protocol\/openid-connect\/(token|auth|certs|userinfo|logout)|oauth2\/(v2\.0\/)?(token|authorize)|oauth\/token|v1\/(token|authorize|keys)|connect\/(token|authorize))\/?$/;

const ISSUER =
  /(\/realms\/[^/]+|login\.microsoftonline\.(com|us)\/[^/]+\/v2\.0|\/oauth2\/default)\/?$|\/\.well-known\/(openid-configuration|oauth-authorization-server)/;

/** Entra's addresses of before v2.0: they want a parameter "resource" and issue tokens of v1.0. */
const ENTRA_V1 =
  /^https:\/\/login\.(microsoftonline|partner\.microsoftonline)\.(com|us|cn)\/[^/]+\/(oauth2\/(token|authorize)|discovery\/keys)\/?$/;

/** A tenant of Entra's without the version, or with a slash behind it. */
const ENTRA_WITHOUT_VERSION =
  /^https:\/\/login\.(microsoftonline|partner\.microsoftonline)\.(com|us|cn)\/[^/]+(\/|\/v2\.0\/)?$/;

const KEYCLOAK_WITH_SLASH = /\/realms\/[^/]+\/$/;

/** What is wrong with an address where another kind of address belongs, and what to write. */
export function wrongAddress(
  member: string,
  value: string,
): { text: string; remedy: string } | undefined {
  if (/^provider\.issuer(BackendUrl)?$/.test(member)) {
    if (ENDPOINT.test(value))
      return {
        text: 'this is an endpoint; the issuer belongs here, and the components look for the endpoints below it: 404',
        remedy:
          'Write the issuer: the iss of a token, or "issuer" of the discovery document.',
      };
    if (ENTRA_WITHOUT_VERSION.test(value))
      return {
        text: 'an issuer of Entra’s ends in /v2.0, without a slash behind it, and is compared letter by letter: tokens of v1.0, 401 and a redirect loop',
        remedy: `Write ${value.replace(/(\/v2\.0)?\/?$/, '/v2.0')}.`,
      };
    if (KEYCLOAK_WITH_SLASH.test(value))
      return {
        text: 'a realm of Keycloak’s has no slash at the end, and the issuer is compared letter by letter: "The iss claim is not valid", 401',
        remedy: 'Leave the slash out.',
      };
  }
  if (/^provider\.(tokenUrl|authUrl|jwksUrl)$/.test(member)) {
    if (ENTRA_V1.test(value))
      return {
        text: 'this is an endpoint of Entra’s v1.0: it refuses a scope (AADSTS901002, AADSTS500011) or gives tokens with another iss, 401',
        remedy: `Write ${
          {
            'provider.tokenUrl':
              'https://login.microsoftonline.com/<tenant ID>/oauth2/v2.0/token',
            'provider.authUrl':
              'https://login.microsoftonline.com/<tenant ID>/oauth2/v2.0/authorize',
          }[member] ??
          'https://login.microsoftonline.com/<tenant ID>/discovery/v2.0/keys'
        }.`,
      };
    if (ISSUER.test(value))
      return {
        text: 'this is the issuer or the discovery document; what belongs here is an endpoint, which is called as it stands: 404 or 405, and no token',
        remedy: `Write the ${
          {
            'provider.tokenUrl': '"token_endpoint"',
            'provider.authUrl': '"authorization_endpoint"',
          }[member] ?? '"jwks_uri"'
        } of the discovery document.`,
      };
  }
  return undefined;
}
