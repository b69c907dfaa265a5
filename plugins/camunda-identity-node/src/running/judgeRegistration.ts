import type { Verdict } from '../checks/verdict';
import type { ProbeAnswer } from '../checks/redirect/answers';
import { ONLY_A_PERSON_IS_MISSING } from '../checks/redirect/judge';
import type { SignInRequest } from './observe';

/** Judges the provider's answer to exactly the request that the component makes. */
export function judgeRegistration(
  { clientId, redirectUri, hasPkce }: SignInRequest,
  answer: ProbeAnswer,
): Verdict {
  const pair = `${clientId} with ${redirectUri}`;
  switch (answer.kind) {
    case 'back': {
      const { error } = answer;
      if (error === undefined || ONLY_A_PERSON_IS_MISSING.includes(error))
        return {
          result: 'pass',
          message: `The provider takes ${pair}, as the component sends it`,
        };
      return {
        result:
          error === 'temporarily_unavailable' || error === 'access_denied'
            ? 'unknown'
            : 'fail',
        message: `The provider refuses ${pair} with ${error}${
          !hasPkce && error === 'invalid_request'
            ? '. The component sends no PKCE, which the provider likely requires'
            : ''
        }`,
        remedy:
          !hasPkce && error === 'invalid_request'
            ? 'Do not require PKCE for this application at the provider.'
            : undefined,
        evidence: { error },
      };
    }
    case 'refused':
      return answer.explanation
        ? {
            result: 'fail',
            message: `The provider refuses ${pair} (status ${answer.status}). ${answer.explanation.cause}`,
            remedy: answer.explanation.fix,
            evidence: { status: answer.status },
          }
        : {
            result: 'unknown',
            message: `The provider answers ${pair} with status ${answer.status} and a page that nothing is known of`,
            evidence: { status: answer.status },
          };
    case 'login':
      return {
        result: 'unknown',
        message: `The provider shows its login page for ${pair}, which does not tell whether it is registered`,
      };
    case 'elsewhere':
      return {
        result: 'fail',
        message: `The provider sends the answer for ${pair} to ${answer.target}`,
      };
    default:
      return { result: 'unknown', message: answer.message };
  }
}
