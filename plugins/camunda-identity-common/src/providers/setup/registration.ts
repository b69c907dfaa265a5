import { json } from './quote';
import { allAudiences } from './sharedAudience';
import { applicationSteps, sendBackStep } from './stepValues';
import type {
  ProductSetup,
  SetupApplication,
  SetupInput,
  SetupStep,
} from './types';

/**
 * The body of a registration request (RFC 7591 section 2, OpenID Connect Dynamic Client Registration 1.0
 * section 2, RP-Initiated Logout 1.0 section 3.1).
 *
 * @public
 */
export interface RegistrationRequest {
  client_name: string;
  application_type: 'web';
  redirect_uris: string[];
  response_types: string[];
  grant_types: string[];
  token_endpoint_auth_method:
    | 'none'
    | 'client_secret_basic'
    | 'client_secret_post';
  post_logout_redirect_uris?: string[];
  scope?: string;
}

/**
 * An application as a registration request. There are no members for audiences, exposed scopes and claims; the
 * steps say what remains to be done manually.
 *
 * @param provider - from the discovery document, since a server refuses scopes that it does not support
 * @public
 */
export function registrationRequest(
  application: SetupApplication,
  { scopesSupported }: { scopesSupported?: readonly string[] } = {},
): RegistrationRequest {
  const { kind, grantTypes, postLogoutRedirectUris } = application;
  const scopes =
    kind === 'machine'
      ? []
      : application.scopes.filter(
          scope => !scopesSupported || scopesSupported.includes(scope),
        );
  return {
    client_name: application.name,
    application_type: 'web',
    redirect_uris: kind === 'machine' ? [] : application.redirectUris,
    // RFC 7591 section 2.1: only the authorization code grant has the response type code.
    response_types: grantTypes.includes('authorization_code') ? ['code'] : [],
    grant_types: [...grantTypes],
    token_endpoint_auth_method: application.clientAuthentication,
    ...(postLogoutRedirectUris.length > 0
      ? { post_logout_redirect_uris: postLogoutRedirectUris }
      : {}),
    ...(scopes.length > 0 ? { scope: scopes.join(' ') } : {}),
  };
}

function steps(input: SetupInput): SetupStep[] {
  const { applications } = input;
  return [
    {
      id: 'initial-access-token',
      title: 'Get an initial access token',
      text: 'Most providers register applications only with an initial access token, which its administrators make. It is used once and not kept.',
      docsUrl: 'https://www.rfc-editor.org/rfc/rfc7591#section-3',
    },
    ...applicationSteps(
      applications,
      () =>
        'Send the request of its file to the registration endpoint, or let the portal send it. Compare the answer: a provider may drop or change what was asked for.',
      { docsUrl: 'https://www.rfc-editor.org/rfc/rfc7591#section-3.1' },
    ),
    {
      id: 'keep-registration-token',
      title: 'Keep the registration access tokens',
      text: 'Each answer has a registration access token, with which the application can be changed and deleted. Keep it like a secret; where it is lost, only an administrator can change the application.',
      docsUrl: 'https://www.rfc-editor.org/rfc/rfc7592#section-2',
    },
    {
      id: 'audiences',
      title: 'Add the audiences by hand',
      text: 'A registration cannot say which audience an access token has. Set it at the provider for each application.',
      values: allAudiences(input).map(value => ({ label: 'Audience', value })),
    },
    sendBackStep(applications, false),
  ];
}

/** Any provider with a registration endpoint. */
export const registrationSetup: ProductSetup = {
  title: 'Dynamic client registration',
  steps,
  files: ({ applications }) =>
    applications.map(application => ({
      path: `registration/${application.uniqueName}.json`,
      mediaType: 'application/json',
      content: json(registrationRequest(application)),
    })),
};
