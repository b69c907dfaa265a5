import type { IssuerMatch } from './compareIssuers';
import { documentCheck, type Verdict } from '../documentCheck';

/** What is behind an issuer that differs, where that is known. */
function remedyFor(
  configured: string,
  actual: string,
  match: IssuerMatch,
): string {
  if (match === 'similar') return `Configure exactly ${actual}`;
  if (actual.includes('{'))
    return 'This address serves every tenant. Configure the issuer of your own: https://login.microsoftonline.com/<tenant ID>/v2.0';
  if (/^https:\/\/sts\.(windows\.net|chinacloudapi\.cn)\//.test(actual))
    return `This is the document of Entra's v1.0. Configure ${configured.replace(
      /\/+$/,
      '',
    )}/v2.0`;
  if (!URL.canParse(actual))
    return 'The provider names an issuer that is no URL; have it corrected there.';
  return `Configure ${actual} if that is your provider`;
}

/** The issuer on three levels (OpenID Connect Discovery 1.0 section 4.3; RFC 8414 section 3.3). */
export const issuerCheck = documentCheck(
  'discovery.issuer-mismatch',
  async ({ context }): Promise<Verdict> => {
    const outcome = await context.discovery();
    const { issuer } = context.resolved;
    if (!outcome.ok || outcome.issuerMatch === 'identical')
      return {
        result: 'pass',
        message: `The document names the issuer ${issuer}`,
      };
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
