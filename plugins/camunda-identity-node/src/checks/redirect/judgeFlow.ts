import type { Verdict } from '../verdict';
import { ONLY_A_PERSON_IS_MISSING, type ProbeFacts } from './judge';

/** Errors that say what is wrong with the request or with the provider (RFC 6749 section 4.1.2.1). */
const CERTAIN = [
  'unauthorized_client',
  'unsupported_response_type',
  'invalid_scope',
  'invalid_request',
  'invalid_client',
  'server_error',
];

/** Whether the request itself was in order, where the provider redirected back with its error. */
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
  // Whoever refuses a person it does not know says nothing of those that it does; nor who is busy.
  return {
    result: CERTAIN.includes(error) ? 'fail' : 'unknown',
    message: `The provider refuses the request with ${error}`,
    evidence: { error },
  };
}
