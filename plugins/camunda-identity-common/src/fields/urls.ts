import { callbackPaths, withoutTrailingSlash } from '../camunda/lookup';
import { line } from './line';

/** Why a text is no usable URL, or undefined. */
function urlProblem(value: string, mayHaveQuery = false): string | undefined {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    return 'expected an absolute URL such as https://idp.example.com';
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return 'expected an http(s) URL, beginning with https://';
  // "https:idp" and "https:\\idp" parse, but no component would read them alike.
  if (!/^https?:\/\/[^/\\]/i.test(value) || value.includes('\\'))
    return 'expected an absolute URL such as https://idp.example.com';
  if (/\s/.test(value)) return 'a URL has no spaces';
  if (url.username || url.password)
    return 'a URL with user name or password is not allowed';
  if (!mayHaveQuery && value.includes('?'))
    return 'a query ("?") is not allowed here';
  if (value.includes('#')) return 'a fragment ("#") is not allowed here';
  return undefined;
}

/** An absolute http(s) URL without credentials, query and fragment. */
export function httpUrl() {
  return line(2048, 'a URL')
    .superRefine((value, ctx) => {
      const problem = urlProblem(value);
      if (problem) ctx.addIssue({ code: 'custom', message: problem });
    })
    .meta({ format: 'uri' });
}

/** An endpoint: it may have a query, which stays when parameters are added (RFC 6749 sections 3.1 and 3.2). */
export function endpointUrl() {
  return line(2048, 'a URL')
    .superRefine((value, ctx) => {
      const problem = urlProblem(value, true);
      if (problem) ctx.addIssue({ code: 'custom', message: problem });
    })
    .meta({ format: 'uri' });
}

/**
 * A component's base URL. One that ends in a documented callback path is refused: the path is added by
 * Camunda and by us, and stands twice otherwise.
 */
export function baseUrl() {
  return httpUrl()
    .superRefine((value, ctx) => {
      const bare = withoutTrailingSlash(value).toLowerCase();
      const path = callbackPaths().find(candidate => bare.endsWith(candidate));
      if (path)
        ctx.addIssue({
          code: 'custom',
          message: `expected the component's base URL: leave out "${path}", it is added where it is needed`,
        });
    })
    .meta({ format: 'uri' });
}

const NOT_AN_ISSUER: ReadonlyArray<{ end: RegExp; what: string }> = [
  {
    end: /\/\.well-known(\/|$)/i,
    what: 'the address of the discovery document: leave out everything from "/.well-known" on',
  },
  {
    end: /\/(oauth2\/(v\d+(\.\d+)?\/)?authorize|oauth2\/auth|authorize|protocol\/openid-connect\/auth|connect\/authorize|as\/authorization\.oauth2)\/?$/i,
    what: 'an authorization endpoint, not an issuer',
  },
];

/** True for an issuer that looks like a token endpoint; that of WSO2 Identity Server is one. */
export function looksLikeTokenEndpoint(issuer: string): boolean {
  return /\/(token|token\.oauth2|access_token)\/?$/i.test(issuer);
}

/** An issuer: what stands in the `issuer` member of the provider's discovery document. */
export function issuerUrl() {
  return httpUrl()
    .superRefine((value, ctx) => {
      const mistake = NOT_AN_ISSUER.find(({ end }) => end.test(value));
      if (mistake)
        ctx.addIssue({ code: 'custom', message: `this is ${mistake.what}` });
    })
    .meta({ format: 'uri' });
}

/** True for an address that only the machine itself can reach. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\./.test(hostname)
  );
}
