import type { Verdict } from '../checks/documentCheck';
import type { Observed } from './observe';

const MAX_DESCRIPTION = 500;

/** What a cluster says of a token: which audiences it wants, never the token. */
function reasonOf(challenge: string | undefined): string {
  const [, description] =
    /error_description="([^"]{1,2000})"/.exec(challenge ?? '') ?? [];
  // A token has dots and no spaces; nothing that looks like one is repeated.
  const safe = description
    ?.slice(0, MAX_DESCRIPTION)
    .replace(/(?<![\w-])[\w-]{16,}\.[\w-]{16,}(?:\.[\w-]*)?/g, '«token»');
  return safe ? `: ${safe}` : '';
}

/** Whether the running cluster accepts a machine client's token. */
export function judgeTokenAnswer(observed: Observed, title: string): Verdict {
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
      )}`,
      remedy:
        'Compare issuer and audiences of the cluster with those of the token; the text of the cluster names the audiences that it wants.',
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
