import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';

/** The separate issuer of access tokens that the document names, if any (AD FS). */
export function accessTokenIssuer(
  document: Readonly<Record<string, unknown>>,
): string | undefined {
  const issuer = Object.hasOwn(document, 'access_token_issuer')
    ? document.access_token_issuer
    : undefined;
  return typeof issuer === 'string' ? issuer.slice(0, 2048) : undefined;
}

/** Access tokens with an issuer other than the document's are refused (RFC 9068 section 4). */
export const tokenIssuerCheck = checkOf(
  DOCUMENT,
  'discovery.token-issuer',
  ({ document }): Verdict => {
    const issuer = accessTokenIssuer(document);
    if (issuer === undefined || issuer === document.issuer)
      return {
        result: 'pass',
        message: 'The document names no other issuer of access tokens',
      };
    return {
      result: 'warn',
      message: `The document says that access tokens name ${issuer} (access_token_issuer), not ${String(
        document.issuer,
      ).slice(
        0,
        2048,
      )}: components refuse such tokens. Signing in alone does not depend on it`,
      evidence: { issuer },
    };
  },
);
