import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';
import { issuerRemedy, unusableIssuer } from './issuerRemedy';

/** The issuer on three levels (OpenID Connect Discovery 1.0 section 4.3; RFC 8414 section 3.3). */
export const issuerCheck = checkOf(
  DOCUMENT,
  'discovery.issuer-mismatch',
  (facts): Verdict => {
    const { issuer } = facts.context.resolved;
    const { issuerAsWritten: actual, issuerMatch } = facts.outcome;
    const remedy = issuerRemedy(issuer, actual, issuerMatch, facts);
    if (issuerMatch === 'identical') {
      // An issuer that matches the document and that Camunda still cannot use.
      const unusable = unusableIssuer(issuer, facts);
      return unusable
        ? { result: 'fail', message: `${issuer} ${unusable.reason}`, remedy }
        : {
            result: 'pass',
            message: `The document names the issuer ${issuer}`,
          };
    }
    const similar = issuerMatch === 'similar';
    return {
      // Spring Security compares with equals, as does everything that verifies tokens.
      result: 'fail',
      message: `The document names the issuer ${actual}, configured is ${issuer}${
        similar
          ? '; only slash, case or default port differ, and components compare character by character'
          : ''
      }`,
      remedy,
      evidence: { issuer: actual, match: issuerMatch },
    };
  },
);
