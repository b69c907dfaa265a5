import { knownError, UNKNOWN_ERROR } from '../checks/token/oauthErrors';
import type { Verdict } from '../checks/verdict';
import type { Observed } from './observe';

/** Maximum length of a challenge; real ones are shorter. */
const MAX_CHALLENGE = 4_096;

/** How Camunda's AudienceValidator lists the audiences it accepts. */
const WANTED = /expected at least one of \[([^[\]"]{1,2000})\]/;

/**
 * Why a cluster refuses a token. Since the request contained the token, only known errors and the record's own
 * audiences are shown from the answer.
 *
 * @param ownAudiences - audiences and client IDs of the record
 */
function reasonOf(
  challenge: string | undefined,
  ownAudiences: readonly string[],
): string {
  const text = (challenge ?? '').slice(0, MAX_CHALLENGE);
  const [, error] = /\berror="([^"]{1,60})"/.exec(text) ?? [];
  const word = error === undefined ? UNKNOWN_ERROR : knownError(error);
  const said = word === UNKNOWN_ERROR ? '' : ` (${word})`;
  const [, list] = WANTED.exec(text) ?? [];
  if (list === undefined) return said;
  const wanted = new Set(list.split(',').map(entry => entry.trim()));
  const own = [...new Set(ownAudiences)].filter(entry => wanted.has(entry));
  const others = wanted.size - own.length;
  if (own.length === 0)
    return `${said}. It wants another audience, which the record does not have`;
  return `${said}. It wants one of the audiences ${own.join(', ')}${
    others > 0 ? ` or ${others} that the record does not have` : ''
  }`;
}

/**
 * Whether the running cluster accepts a machine client's token.
 *
 * @param ownAudiences - audiences and client IDs of the record
 */
export function judgeTokenAnswer(
  observed: Observed,
  title: string,
  ownAudiences: readonly string[],
): Verdict {
  if (observed.kind !== 'answer')
    return {
      result: 'unknown',
      message:
        observed.kind === 'unreached'
          ? observed.message
          : 'The cluster redirects instead of an answer',
    };
  const { status, challenge } = observed;
  if (status >= 200 && status < 300)
    return {
      result: 'pass',
      message: `The running cluster accepts the token of ${title}`,
    };
  if (status === 403)
    return {
      result: 'pass',
      message: `The running cluster accepts the token of ${title}; what it may do is another question (status 403)`,
      evidence: { status },
    };
  if (status === 401)
    return {
      result: 'fail',
      message: `The running cluster refuses the token of ${title}${reasonOf(
        challenge,
        ownAudiences,
      )}`,
      remedy:
        'Compare issuer and audiences of the cluster with those of the token; the cluster’s log names the audiences that it wants.',
      evidence: { status },
    };
  return {
    result: status >= 500 ? 'fail' : 'unknown',
    message: `The running cluster answers the token of ${title} with status ${status}${
      status >= 500 ? ': it may not reach the provider’s keys' : ''
    }`,
    evidence: { status },
  };
}
