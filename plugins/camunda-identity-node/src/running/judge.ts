import {
  redirectUris,
  asksUserInfo,
  type ClientFacts,
  type FindingCode,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../checks/verdict';
import type { CheckContext, CheckedClient } from '../checks/types';
import { judgeSentRedirectUri } from './judgeRedirectUri';
import type { SignInRequest } from './observe';

/** A verdict with its code. */
export type Coded = readonly [code: FindingCode, verdict: Verdict];

async function judgeProvider(
  { endpoint }: SignInRequest,
  context: CheckContext,
): Promise<Verdict> {
  const discovery = await context.discovery();
  const named = discovery.ok
    ? discovery.metadata.authorization_endpoint
    : context.resolved.authUrl;
  if (typeof named !== 'string' || !URL.canParse(named))
    return {
      result: 'unknown',
      message: `The component sends people to ${endpoint}; the provider’s authorization endpoint is not known`,
    };
  const url = new URL(named);
  const expected = url.origin + url.pathname;
  if (endpoint === expected)
    return { result: 'pass', message: `The component uses ${endpoint}` };
  return {
    result: 'fail',
    message: `The component sends people to ${endpoint}, the provider of the record is at ${expected}`,
    remedy:
      context.profiles
        .map(profile => profile.strayRemedy?.(endpoint, expected))
        .find(text => text !== undefined) ??
      'Configure the issuer of the record in the component, or correct the record.',
    evidence: { endpoint },
  };
}

function judgeClient(
  { clientId }: SignInRequest,
  { facts, settings }: CheckedClient,
): Verdict {
  if (!settings.clientId)
    return {
      result: 'unknown',
      message: `The component sends the client ID ${clientId}; the record names none`,
    };
  return clientId === settings.clientId
    ? {
        result: 'pass',
        message: `The component sends the client ID ${clientId}`,
      }
    : {
        result: 'fail',
        message: `The component sends the client ID ${clientId}, the record has ${settings.clientId}`,
        remedy: `Check that the chart of this version reads the key that was set for ${facts.title}, and that no other component’s client was entered.`,
        evidence: { clientId },
      };
}

const DEFAULT_SCOPE = /\/\.default$/;

function judgeScopes(
  { scopes, hasNonce }: SignInRequest,
  { facts }: CheckedClient,
  { input }: CheckContext,
): Verdict {
  const listed = scopes.join(', ') || 'none';
  if (!scopes.includes('openid'))
    return {
      result: 'fail',
      message: `The component asks for the scopes ${listed}${
        hasNonce ? '' : ' and sends no nonce'
      }: without openid there is no ID token`,
      remedy: 'Add openid to the scopes of the component.',
    };
  const own = scopes.find(scope => DEFAULT_SCOPE.test(scope));
  if (
    own &&
    facts.key === 'orchestration' &&
    asksUserInfo(input.camundaVersion)
  )
    return {
      result: 'warn',
      message: `The component asks for ${own}: with it Entra’s UserInfo endpoint refuses the token, and signing in ends with invalid_user_info_response`,
      remedy:
        'Set camunda.security.authentication.oidc.user-info-enabled to false; from 8.9.22 on the cluster takes the claims of the ID token instead.',
      evidence: { scope: own },
    };
  return { result: 'pass', message: `The component asks for ${listed}` };
}

/** Whether PKCE is sent as expected of the version. */
function judgePkce(
  { hasPkce }: SignInRequest,
  { facts }: Pick<CheckedClient, 'facts'>,
): Verdict {
  if (hasPkce)
    return { result: 'pass', message: 'The component sends PKCE with S256' };
  return {
    result: facts.clientType === 'public' ? 'fail' : 'info',
    message:
      'The component sends no PKCE: an application that requires it at the provider refuses people',
    remedy:
      'Do not require PKCE for this application, or move to a version that sends it (the cluster from 8.9 on).',
  };
}

/** All verdicts on a component's authorization request. */
export async function judgeSignIn(
  request: SignInRequest,
  client: CheckedClient,
  context: CheckContext,
): Promise<Coded[]> {
  const facts: ClientFacts = client.facts;
  return [
    [
      'running.sign-in',
      {
        result: 'pass',
        message: 'The component sends people to a provider',
      },
    ],
    ['running.provider', await judgeProvider(request, context)],
    ['running.client', judgeClient(request, client)],
    [
      'running.redirect-uri',
      judgeSentRedirectUri({
        actual: request.redirectUri,
        expected: redirectUris(facts, client.settings.url),
        facts,
      }),
    ],
    ['running.scopes', judgeScopes(request, client, context)],
    ['running.pkce', judgePkce(request, client)],
  ];
}
