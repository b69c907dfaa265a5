import { v5 as uuidv5 } from 'uuid';
import type { SetupApplication, SetupInput } from '../types';

/** The application ID of Microsoft Graph, the same in every tenant. */
export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';

/**
 * Delegated permissions of Microsoft Graph that a sign-in asks for, and their ids (the same in every tenant).
 */
export const GRAPH_SCOPES: Readonly<Record<string, string>> = {
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  email: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
};

/** Makes the ids of scopes the same in every run, since Entra refuses to remove or change an enabled scope. */
const SCOPE_IDS = 'b7a4fd6e-7b34-5b3e-9a57-0c6f6f1c8f5e';

/** The scope that other applications of the tenant request in order to call this one on behalf of a person. */
export const EXPOSED_SCOPE = 'access';

/** Sign-in scopes of an application that are Microsoft Graph's, in a fixed order. */
export function graphScopes(application: SetupApplication): string[] {
  if (application.kind === 'machine') return [];
  return Object.keys(GRAPH_SCOPES).filter(scope =>
    application.scopes.includes(scope),
  );
}

/**
 * True for an application whose tokens other applications request: the APIs and the cluster.
 */
export function exposesApi({ client }: SetupApplication): boolean {
  return (
    client === 'zeebe' || client === 'orchestration' || client.endsWith('.api')
  );
}

/** Id of the exposed scope, derived from the application so that a second run finds it. */
export function exposedScopeId(application: SetupApplication): string {
  return uuidv5(`${application.uniqueName}/${EXPOSED_SCOPE}`, SCOPE_IDS);
}

function exposedScope(application: SetupApplication) {
  const text = `Call ${application.title} of Camunda for the person who is signed in`;
  return {
    id: exposedScopeId(application),
    value: EXPOSED_SCOPE,
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: `Call ${application.title}`,
    adminConsentDescription: text,
    userConsentDisplayName: `Call ${application.title}`,
    userConsentDescription: text,
  };
}

/**
 * An application's registration as the body of Microsoft Graph's `PATCH /applications(uniqueName='…')`.
 * The identifier URI needs the application's own id and goes in a second request.
 *
 * Post-logout URIs are listed among the redirect URIs: Entra accepts as `post_logout_redirect_uri` only what is
 * registered there, and `web.logoutUrl` is the address of front-channel logout.
 *
 * @see Microsoft Graph v1.0, resource type application
 */
export function graphApplication(
  application: SetupApplication,
  { groupsClaim }: Pick<SetupInput, 'groupsClaim'>,
) {
  const { kind } = application;
  const redirectUris = [
    ...new Set([
      ...application.redirectUris,
      ...application.postLogoutRedirectUris,
    ]),
  ].sort();
  const groups =
    kind !== 'machine' && groupsClaim === 'groups' ? [{ name: 'groups' }] : [];
  const claims = [{ name: 'preferred_username' }, ...groups];
  const scopes = graphScopes(application);
  return {
    displayName: application.name,
    signInAudience: 'AzureADMyOrg',
    ...(kind === 'web'
      ? {
          web: {
            redirectUris,
            implicitGrantSettings: {
              enableAccessTokenIssuance: false,
              enableIdTokenIssuance: false,
            },
          },
        }
      : {}),
    ...(kind === 'spa' ? { spa: { redirectUris } } : {}),
    api: {
      requestedAccessTokenVersion: 2,
      ...(exposesApi(application)
        ? { oauth2PermissionScopes: [exposedScope(application)] }
        : {}),
    },
    optionalClaims: { idToken: claims, accessToken: claims },
    ...(groups.length > 0 ? { groupMembershipClaims: 'SecurityGroup' } : {}),
    ...(scopes.length > 0
      ? {
          requiredResourceAccess: [
            {
              resourceAppId: GRAPH_APP_ID,
              resourceAccess: scopes.map(scope => ({
                id: GRAPH_SCOPES[scope],
                type: 'Scope',
              })),
            },
          ],
        }
      : {}),
  };
}
