import { absent, documentCheck, textsOf } from '../documentCheck';

const MEMBER = 'id_token_signing_alg_values_supported';

/** Signed with a key of the key set: RSA, RSA-PSS, EC. */
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$/;

/** Signing algorithms of ID tokens (Discovery 1.0 section 3; Core 1.0 section 15.1; RFC 8725 section 3.1). */
export const signingAlgorithmsCheck = documentCheck(
  'discovery.signing-algorithms',
  facts => {
    const algorithms = textsOf(facts.document, MEMBER);
    if (!algorithms)
      return absent(
        MEMBER,
        facts,
        'The specification requires it; the key set shows what can be verified.',
      );
    if (algorithms.includes('RS256'))
      return {
        result: algorithms.includes('none') ? 'info' : 'pass',
        message: algorithms.includes('none')
          ? 'RS256 is supported; "none" is listed too, and must not be chosen for any application'
          : 'RS256 is supported',
      };
    if (algorithms.some(algorithm => ASYMMETRIC.test(algorithm)))
      return {
        result: 'warn',
        message: `RS256, which components take by default, is not listed: ${algorithms.join(
          ', ',
        )}`,
      };
    return {
      result: 'fail',
      message: `No algorithm is listed that can be verified with a key set: ${
        algorithms.join(', ') || 'none'
      }`,
    };
  },
);
