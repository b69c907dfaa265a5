import type { Verdict } from '../verdict';
import { ONLY_A_PERSON_IS_MISSING, type ProbeFacts } from './judge';

/** Errors that name a fault of the request or of the provider (RFC 6749 section 4.1.2.1). */
const CERTAIN = [
  'unauthorized_client',
  'unsupported_response_type',
  'invalid_scope',
  'invalid_request',
  'invalid_client',
  'server_error',
];

/** Judges whether the request itself was valid, if the provider redirected back with an error. */
export function judgeFlow({ answer }: ProbeFacts): Verdict {
  if (answer.kind === 'broken')
    return {
      result: 'fail',
      message: answer.message,
      evidence: answer.status === undefined ? {} : { status: answer.status },
    };
  if (answer.kind !== 'back')
    return {
      result: 'skipped',
      message: 'The provider did not redirect back with an error',
    };
  const { error } = answer;
  if (error === undefined || ONLY_A_PERSON_IS_MISSING.includes(error))
    return {
      result: 'pass',
      message: 'The provider takes the request and only misses a person',
      evidence: { error: error ?? 'none' },
    };
  // Refusing an unknown person says nothing about known ones; nor does being busy.
  return {
    result: CERTAIN.includes(error) ? 'fail' : 'unknown',
    message: `The provider refuses the request with ${error}`,
    evidence: { error },
  };
}
