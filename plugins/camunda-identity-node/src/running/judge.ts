import {
  redirectUris,
  asksUserInfo,
  type ClientFacts,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../checks/documentCheck';
import type { CheckContext, CheckedClient } from '../checks/types';
import { judgeSentRedirectUri } from './judgeRedirectUri';
import type { SignInRequest } from './observe';

/** A verdict with its code. */
export type Coded = readonly [code: string, verdict: Verdict];

const isKeycloak = (endpoint: string) =>
  endpoint.endsWith('/protocol/openid-connect/auth');

/** Path that v1.0 of Entra has, and v2.0 has not. */
const ENTRA_V1 = /^https:\/\/login\.[^/]+\/[^/]+\/oauth2\/authorize$/;

/** A tenant, or what stands in its place, at Entra. */
const tenantOf = (endpoint: string) =>
  /^https:\/\/login\.[^/]+\/([^/]+)\/oauth2\//.exec(endpoint)?.[1];

function remedyOf(actual: string, expected: string): string {
  if (ENTRA_V1.test(actual))
    return 'These are addresses of Entra’s v1.0: configure issuer and endpoints of v2.0.';
  const [own, wanted] = [tenantOf(actual), tenantOf(expected)];
  if (own && wanted && own !== wanted)
    return `The component uses the tenant ${own}: configure the issuer of ${wanted}.`;
  if (isKeycloak(actual) && !isKeycloak(expected))
    return 'The component still uses a Keycloak, the one of the chart perhaps: set type and issuer of the provider, and the profile oidc for Management Identity.';
  return 'Configure the issuer of the record in the component, or correct the record.';
}

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
    remedy: remedyOf(endpoint, expected),
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

/** Whether PKCE is sent as the version does. */
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

/** Everything that the request of a component says. */
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
