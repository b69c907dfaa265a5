import {
  accessTokenAlgorithms,
  idTokenAlgorithms,
} from 'backstage-plugin-camunda-identity-common';
import { checkOf } from '../checkOf';
import { absent, DOCUMENT, textsOf } from '../document';
import type { Verdict } from '../verdict';

const MEMBER = 'id_token_signing_alg_values_supported';

/** Signing algorithms of ID tokens (Discovery 1.0 section 3; Core 1.0 section 15.1; RFC 8725 section 3.1). */
export const signingAlgorithmsCheck = checkOf(
  DOCUMENT,
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
    const { camundaVersion } = facts.context.input;
    const usual = idTokenAlgorithms(camundaVersion);
    const found = usual.find(algorithm => algorithms.includes(algorithm));
    if (found)
      return {
        result: algorithms.includes('none') ? 'info' : 'pass',
        message: algorithms.includes('none')
          ? `${found} is supported; "none" is listed too, and must not be chosen for any application`
          : `${found} is supported`,
      };
    const usable = accessTokenAlgorithms(camundaVersion);
    if (algorithms.some(algorithm => usable.includes(algorithm)))
      return {
        result: 'warn',
        message: `${usual.join(
          ', ',
        )}, which components take unless they are told otherwise, is not listed: ${listed}`,
      };
    return {
      result: 'fail',
      message: `No algorithm is listed that components verify (${usable.join(
        ', ',
      )}): ${listed}`,
    };
  },
);
