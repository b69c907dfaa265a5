import { accessTokenAlgorithms } from 'backstage-plugin-camunda-identity-common';
import { absent, documentCheck, textsOf, type Verdict } from '../documentCheck';

const MEMBER = 'id_token_signing_alg_values_supported';

/** What components take of ID tokens unless they are told otherwise. */
const DEFAULT = 'RS256';

/** Signing algorithms of ID tokens (Discovery 1.0 section 3; Core 1.0 section 15.1; RFC 8725 section 3.1). */
export const signingAlgorithmsCheck = documentCheck(
  'discovery.signing-algorithms',
  (facts): Verdict => {
    const algorithms = textsOf(facts.document, MEMBER);
    if (!algorithms)
      return absent(
        MEMBER,
        facts,
        'The specification requires it; the key set shows what can be verified.',
      );
    const listed = algorithms.slice(0, 20).join(', ') || 'none';
    if (algorithms.includes(DEFAULT))
      return {
        result: algorithms.includes('none') ? 'info' : 'pass',
        message: algorithms.includes('none')
          ? 'RS256 is supported; "none" is listed too, and must not be chosen for any application'
          : 'RS256 is supported',
      };
    const usable = accessTokenAlgorithms(facts.context.input.camundaVersion);
    if (algorithms.some(algorithm => usable.includes(algorithm)))
      return {
        result: 'warn',
        message: `RS256, which components take unless they are told otherwise, is not listed: ${listed}`,
      };
    return {
      result: 'fail',
      message: `No algorithm is listed that components verify (${usable.join(
        ', ',
      )}): ${listed}`,
    };
  },
);
