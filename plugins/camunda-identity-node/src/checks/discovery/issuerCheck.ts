import { documentCheck, type Verdict } from '../documentCheck';
import { isV1Issuer, issuerRemedy } from './issuerRemedy';

/** Issuers that are what the document says, and that Camunda cannot use all the same. */
function neverUsable(
  issuer: string,
  document: Readonly<Record<string, unknown>>,
): Verdict | undefined {
  const remedy = issuerRemedy(issuer, issuer, 'different', document);
  if (issuer.includes('{'))
    return {
      result: 'fail',
      message: `${issuer} is a template for the issuers of many tenants; tokens name one of them`,
      remedy,
    };
  if (isV1Issuer(issuer))
    return {
      result: 'fail',
      message: `${issuer} is the issuer of Entra's v1.0 tokens, which Camunda does not accept`,
      remedy,
    };
  return undefined;
}

/** The issuer on three levels (OpenID Connect Discovery 1.0 section 4.3; RFC 8414 section 3.3). */
export const issuerCheck = documentCheck(
  'discovery.issuer-mismatch',
  async ({ document, context }): Promise<Verdict> => {
    const outcome = await context.discovery();
    const { issuer } = context.resolved;
    if (!outcome.ok || outcome.issuerMatch === 'identical')
      return (
        neverUsable(issuer, document) ?? {
          result: 'pass',
          message: `The document names the issuer ${issuer}`,
        }
      );
    const { issuerAsWritten: actual, issuerMatch } = outcome;
    const similar = issuerMatch === 'similar';
    return {
      // Spring Security compares with equals, as does whoever verifies a token.
      result: 'fail',
      message: `The document names the issuer ${actual}, configured is ${issuer}${
        similar
          ? '; only slash, case or default port differ, and components compare character by character'
          : ''
      }`,
      remedy: issuerRemedy(issuer, actual, issuerMatch, document),
      evidence: { issuer: actual, match: issuerMatch },
    };
  },
);
