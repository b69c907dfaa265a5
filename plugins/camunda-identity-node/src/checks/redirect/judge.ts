import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../verdict';
import { alike, type ProbeAnswer } from './answers';

/**
 * Errors by which a provider says that only a signed-in person is missing (OpenID Connect Core 1.0 section
 * 3.1.2.6).
 */
export const ONLY_A_PERSON_IS_MISSING = [
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
];

export interface ProbeFacts {
  redirectUri: string;
  clientId: string;
  answer: ProbeAnswer;
  /** Absent where none was sent. */
  control?: ProbeAnswer;
  profile: ProviderProfile;
  /** The component sends another one; guides also name this one. */
  alternative?: boolean;
}

type RefusedRedirect = Extract<ProbeAnswer, { kind: 'refused' }>;

/** Marks findings that an answer suggests without proving. */
const ifLikely = (grade: 'proved' | 'likely') =>
  grade === 'likely' ? 'likely ' : '';

const unknown = (redirectUri: string, message: string): Verdict => ({
  result: 'unknown',
  message,
  evidence: { redirectUri, grade: 'unknown' },
});

/** Neither a page nor an answer that an unregistered address also gets proves anything. */
function accepted({ redirectUri, answer, control }: ProbeFacts): Verdict {
  const back = answer.kind === 'back';
  if (control && alike(answer, control))
    return {
      ...unknown(
        redirectUri,
        `The provider answers the same for an address that nobody has registered, so that nothing can be said of ${redirectUri}`,
      ),
      ...(back ? { causedBy: 'client.redirect-uri-open' } : {}),
    };
  const told = control?.kind === 'refused';
  if (!back && !told)
    return unknown(
      redirectUri,
      `The provider shows its login page, which does not tell whether ${redirectUri} is registered`,
    );
  const grade = back && told ? 'proved' : 'likely';
  return {
    result: 'pass',
    message: `${redirectUri} is ${ifLikely(grade)}registered`,
    evidence: { redirectUri, grade },
  };
}

/** An unknown page: what counts is whether an unregistered address gets it too. */
function refusedWithoutAWord(
  { redirectUri, clientId, control }: ProbeFacts,
  { status, explanation }: RefusedRedirect,
): Verdict {
  const said = `The provider answers with status ${status}`;
  if (control?.kind === 'refused' && control.status === status)
    return {
      result: 'fail',
      message: `${said} to ${redirectUri}, as it does to an address that nobody has registered: likely it is not registered for the client ${clientId}, or there is no such client`,
      remedy: explanation?.fix,
      evidence: { redirectUri, status, grade: 'likely' },
    };
  return {
    ...unknown(
      redirectUri,
      `${said} and a page that says nothing of ${redirectUri} that is known here${
        explanation ? `. ${explanation.cause}` : ''
      }`,
    ),
    remedy: explanation?.fix,
  };
}

function refused(facts: ProbeFacts, answer: RefusedRedirect): Verdict {
  const { redirectUri, clientId, control } = facts;
  const { status, explanation } = answer;
  const about = explanation?.about;
  if (
    !explanation ||
    (about !== 'redirect-uri' && about !== 'client' && about !== 'tenant')
  )
    return refusedWithoutAWord(facts, answer);
  // If an unregistered address is let through, the page is about this address.
  const grade =
    control?.kind === 'refused' && control.explanation?.about === about
      ? 'proved'
      : 'likely';
  const said = `The provider answers with status ${status}`;
  return {
    result: 'fail',
    message:
      about === 'redirect-uri'
        ? `${redirectUri} is ${ifLikely(
            grade,
          )}not registered for the client ${clientId}. ${said}`
        : `The provider ${ifLikely(
            grade,
          )}does not know the client ${clientId}. ${explanation.cause} ${said}`,
    remedy: explanation.fix,
    evidence: { redirectUri, status, grade, about },
  };
}

/** An address that the component never sends need not be registered. */
function ofAlternative(verdict: Verdict, facts: ProbeFacts): Verdict {
  if (verdict.result !== 'fail' || verdict.evidence?.about === 'client')
    return verdict;
  return {
    ...verdict,
    result: 'info',
    message: `${verdict.message}. The component sends another address, so that this one is not needed`,
    evidence: { ...verdict.evidence, redirectUri: facts.redirectUri },
  };
}

function judge(facts: ProbeFacts): Verdict {
  const { answer, redirectUri } = facts;
  switch (answer.kind) {
    case 'none':
      return unknown(redirectUri, answer.message);
    case 'broken':
      return {
        ...unknown(redirectUri, answer.message),
        causedBy: 'client.redirect-uri-flow',
      };
    case 'elsewhere':
      return {
        ...unknown(
          redirectUri,
          `The provider sends its answer to ${answer.target} instead of ${redirectUri}`,
        ),
        causedBy: 'client.redirect-uri-target',
      };
    case 'refused':
      return refused(facts, answer);
    default:
      return accepted(facts);
  }
}

/** Judges whether a redirect URI is registered: proved, likely or unknown. */
export function judgeRedirectUri(facts: ProbeFacts): Verdict {
  const verdict = judge(facts);
  return facts.alternative ? ofAlternative(verdict, facts) : verdict;
}
