import {
  startsWithoutProvider,
  type CamundaVersion,
  type FindingCode,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../checks/verdict';
import type { RunningFacts } from './facts';
import type { Observed } from './observe';

type ObservedAnswer = Extract<Observed, { kind: 'answer' }>;

/** First segment of a path: enough to recognise a page, and nothing personal. */
const segmentOf = ({ pathname }: URL) => `/${pathname.split('/')[1] ?? ''}`;

function ofStatus(
  { status }: ObservedAnswer,
  { client }: RunningFacts,
  version: CamundaVersion,
  takesTokens: boolean,
): Verdict {
  if (status === 500 && client === 'orchestration')
    return {
      result: 'fail',
      message: 'The component answers its own sign-in with status 500',
      remedy: startsWithoutProvider(version)
        ? 'Most often it does not reach the provider: look for DeferredOidcResolution in its log, and at DNS, proxy and truststore of its pod.'
        : 'There is no registration with the ID oidc: look at camunda.security.authentication in its configuration.',
      evidence: { status },
    };
  if (status >= 500)
    return {
      result: 'fail',
      message: `The component does not answer (status ${status})`,
      remedy:
        'Look at its log: one that does not reach the provider at its start does not come up before 8.10.',
      evidence: { status },
    };
  if (
    (client === 'operate' || client === 'tasklist') &&
    (status === 200 || status === 405)
  )
    return {
      result: 'fail',
      message: `The component answers its sign-in with status ${status} instead of a redirect: it likely has its own login form`,
      remedy: 'Add the profile identity-auth to SPRING_PROFILES_ACTIVE.',
      evidence: { status, grade: 'likely' },
    };
  if (status === 404 && takesTokens)
    return {
      result: 'unknown',
      message:
        'The component takes tokens, and has no sign-in at this address (status 404): its web applications may be switched off, or context path or ingress rule lead elsewhere',
      remedy:
        'Compare the address in the record with the component’s context path and the rule of the ingress; where the web applications are off on purpose there is nothing to do.',
      evidence: { status },
    };
  return {
    result: 'unknown',
    message: `The component answers its sign-in with status ${status} and no redirect, which says nothing of how people sign in`,
    evidence: { status },
  };
}

/** True if an API asks for a token when there is none. */
export function asksForToken(observed: Observed | undefined): boolean {
  return (
    observed?.kind === 'answer' &&
    observed.status === 401 &&
    /^bearer\b/i.test(observed.challenge ?? '')
  );
}

/**
 * Judges the sign-in by an answer that does not redirect to a provider.
 *
 * @param takesTokens - whether the component's API asks for a token
 */
export function judgeNoSignIn(
  observed: Exclude<Observed, { kind: 'sign-in' }>,
  facts: RunningFacts,
  version: CamundaVersion,
  takesTokens: boolean,
): Verdict {
  switch (observed.kind) {
    case 'unreached':
      return { result: 'unknown', message: observed.message };
    case 'loop':
      return {
        result: 'fail',
        message:
          'The component redirects within itself without end: people never reach the provider',
        remedy:
          'Compare its redirect URI and its context path; both have to have the same path.',
      };
    case 'redirect':
      return {
        result: 'unknown',
        message: `The component redirects to ${segmentOf(observed.target)} at ${
          observed.target.host
        }, and to no provider`,
      };
    default:
      return ofStatus(observed, facts, version, takesTokens);
  }
}

/** Judges an API by its answer to a request without a token. */
export function judgeApi(
  observed: Observed,
  { challenges }: RunningFacts,
): Array<readonly [code: FindingCode, verdict: Verdict]> {
  const code = 'running.protection';
  if (observed.kind !== 'answer')
    return [
      [
        code,
        {
          result: 'unknown',
          message:
            observed.kind === 'unreached'
              ? observed.message
              : 'The API redirects, which says nothing of whether it is protected',
        },
      ],
    ];
  const { status, challenge = '' } = observed;
  if (status === 200)
    return [
      [
        code,
        {
          result: 'fail',
          message: 'The API answers whoever has no token',
          remedy:
            'Set camunda.security.authentication.unprotected-api to false, and the authentication method to oidc.',
          evidence: { status },
        },
      ],
    ];
  if (status !== 401)
    return [
      [
        code,
        {
          result: 'unknown',
          message: `The API answers with status ${status}, which says nothing of whether it is protected`,
          evidence: { status },
        },
      ],
    ];
  const protectedApi = [
    code,
    {
      result: 'pass',
      message: 'The API refuses whoever has no token',
    },
  ] as const;
  if (!challenges || /^bearer\b/i.test(challenge)) return [protectedApi];
  return [
    protectedApi,
    [
      'running.sign-in',
      {
        result: 'fail',
        message:
          'The component takes user names and passwords of its own (basic), and not the provider',
        remedy:
          'Set camunda.security.authentication.method to oidc (Helm: global.security.authentication.method).',
      },
    ],
  ];
}
