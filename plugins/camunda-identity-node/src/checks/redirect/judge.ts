import type { ProviderProfile } from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../documentCheck';
import { alike, type ProbeAnswer } from './probe';

/** Answers of a provider that misses nothing but a person (OpenID Connect Core 1.0 section 3.1.2.6). */
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
}

/** Neither a page nor an answer that a stranger gets as well proves anything. */
function accepted({ redirectUri, answer, control }: ProbeFacts): Verdict {
  const back = answer.kind === 'back';
  if (control && alike(answer, control))
    return {
      result: 'unknown',
      message: `The provider answers the same for an address that nobody has registered, so that nothing can be said of ${redirectUri}`,
      evidence: { redirectUri, grade: 'unknown' },
    };
  const told = control !== undefined && control.kind === 'refused';
  if (!back && !told)
    return {
      result: 'unknown',
      message: `The provider shows its login page, which proves nothing of ${redirectUri}`,
      evidence: { redirectUri, grade: 'unknown' },
    };
  const grade = back && told ? 'proved' : 'likely';
  return {
    result: 'pass',
    message: `${redirectUri} is registered (${grade})`,
    evidence: { redirectUri, grade },
  };
}

function refused(
  { redirectUri, clientId, control, profile }: ProbeFacts,
  answer: Extract<ProbeAnswer, { kind: 'refused' }>,
): Verdict {
  const { status, explanation } = answer;
  const said = `The provider answers with status ${status}`;
  const about = explanation?.about;
  if (
    !explanation ||
    (about !== 'redirect-uri' && about !== 'client' && about !== 'tenant')
  )
    return {
      result: 'unknown',
      message: `${said} and a page that says nothing of ${redirectUri} that is known here${
        explanation ? `. ${explanation.cause}` : ''
      }`,
      remedy: explanation?.fix,
      evidence: { redirectUri, status, grade: 'unknown' },
    };
  // A stranger that is let through shows that the page is about this address.
  const grade =
    control?.kind === 'refused' && control.explanation?.about === about
      ? 'proved'
      : 'likely';
  const where =
    about === 'redirect-uri'
      ? profile.admin.redirectUris
      : profile.admin.application;
  return {
    result: 'fail',
    message:
      about === 'redirect-uri'
        ? `${redirectUri} is not registered for the client ${clientId} (${grade}). ${said}`
        : `The provider does not know the client ${clientId} (${grade}). ${explanation.cause} ${said}`,
    remedy: where ? `${explanation.fix} See ${where}.` : explanation.fix,
    evidence: { redirectUri, status, grade },
  };
}

/** Whether a redirect URI is registered: proved, likely or unknown. */
export function judgeRedirectUri(facts: ProbeFacts): Verdict {
  const { answer, redirectUri } = facts;
  switch (answer.kind) {
    case 'none':
      return {
        result: 'unknown',
        message: answer.message,
        evidence: { redirectUri, grade: 'unknown' },
      };
    case 'refused':
      return refused(facts, answer);
    default:
      return accepted(facts);
  }
}

/** Whether the request itself was in order, where the provider redirected back with its error. */
export function judgeFlow({ answer, profile }: ProbeFacts): Verdict {
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
  const passing = ['temporarily_unavailable', 'server_error'].includes(error);
  // Whoever refuses a person it does not know says nothing of those that it does.
  const certain = [
    'unauthorized_client',
    'unsupported_response_type',
    'invalid_scope',
    'invalid_request',
  ].includes(error);
  return {
    result: certain && !passing ? 'fail' : 'unknown',
    message: `The provider refuses the request with ${error}`,
    remedy: profile.admin.grantTypes && `See ${profile.admin.grantTypes}.`,
    evidence: { error },
  };
}
