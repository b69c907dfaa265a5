import { withoutTrailingSlash } from 'backstage-plugin-camunda-identity-common';
import type { IssuerMatch } from './compareIssuers';
import { documentCheck, type Verdict } from '../documentCheck';

/** Issuer of Entra's v1.0 tokens. */
const V1 = /^https:\/\/sts\.(windows\.net|chinacloudapi\.cn)\//;

/** What is behind an issuer that differs, where that is known. */
function remedyFor(
  configured: string,
  actual: string,
  match: IssuerMatch,
): string {
  if (match === 'similar') return `Configure exactly ${actual}`;
  if (actual.includes('{'))
    return 'This address serves every tenant. Configure the issuer of your own: https://login.microsoftonline.com/<tenant ID>/v2.0';
  if (V1.test(actual))
    return `This is the document of Entra's v1.0. Configure ${withoutTrailingSlash(
      configured,
    )}/v2.0`;
  if (!URL.canParse(actual))
    return 'The provider names an issuer that is no URL; have it corrected there.';
  return `Configure ${actual} if that is your provider`;
}

/** Issuers that are what the document says, and that Camunda cannot use all the same. */
function neverUsable(issuer: string): Verdict | undefined {
  if (issuer.includes('{'))
    return {
      result: 'fail',
      message: `${issuer} is a template for the issuers of many tenants; tokens name one of them`,
      remedy: remedyFor(issuer, issuer, 'different'),
    };
  if (V1.test(issuer))
    return {
      result: 'fail',
      message: `${issuer} is the issuer of Entra's v1.0 tokens, which Camunda does not accept`,
      remedy: `Configure ${withoutTrailingSlash(
        issuer.replace(V1, 'https://login.microsoftonline.com/'),
      )}/v2.0`,
    };
  return undefined;
}

/** The issuer on three levels (OpenID Connect Discovery 1.0 section 4.3; RFC 8414 section 3.3). */
export const issuerCheck = documentCheck(
  'discovery.issuer-mismatch',
  async ({ context }): Promise<Verdict> => {
    const outcome = await context.discovery();
    const { issuer } = context.resolved;
    if (!outcome.ok || outcome.issuerMatch === 'identical')
      return (
        neverUsable(issuer) ?? {
          result: 'pass',
          message: `The document names the issuer ${issuer}`,
        }
      );
    const { issuerAsWritten: actual, issuerMatch } = outcome;
    const similar = issuerMatch === 'similar';
    return {
      result: similar ? 'warn' : 'fail',
      message: `The document names the issuer ${actual}, configured is ${issuer}${
        similar ? '; only slash, case or default port differ' : ''
      }`,
      remedy: remedyFor(issuer, actual, issuerMatch),
      evidence: { issuer: actual, match: issuerMatch },
    };
  },
);
