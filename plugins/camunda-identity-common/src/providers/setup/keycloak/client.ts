import type { SetupApplication } from '../types';

/** Name of the mapper of one audience, by which a second run finds it. */
export function mapperName(audience: string): string {
  return `audience ${audience}`;
}

/**
 * Puts an audience into access tokens. A custom audience: one that names a client is dropped by newer
 * Keycloaks where that client does not exist, and Camunda's audiences are usually no clients.
 */
export function audienceMapper(audience: string) {
  return {
    name: mapperName(audience),
    protocol: 'openid-connect',
    protocolMapper: 'oidc-audience-mapper',
    config: {
      'included.custom.audience': audience,
      'access.token.claim': 'true',
      'id.token.claim': 'false',
      'introspection.token.claim': 'true',
    },
  };
}

/** Puts the names of a person's groups into tokens. */
export function groupsMapper(claim: string) {
  return {
    name: `groups as ${claim}`,
    protocol: 'openid-connect',
    protocolMapper: 'oidc-group-membership-mapper',
    config: {
      'claim.name': claim,
      'full.path': 'false',
      'access.token.claim': 'true',
      'id.token.claim': 'true',
      'userinfo.token.claim': 'true',
    },
  };
}

/** The client ID, where Keycloak takes a chosen one: that of the record, or a telling one. */
export function chosenId(application: SetupApplication): string {
  return application.clientId ?? application.uniqueName;
}

/**
 * An application as Keycloak's ClientRepresentation, without its mappers. No scopes are named: naming one at
 * creation takes all the others away, `basic` with the claim `sub` among them. No secret either: Keycloak
 * makes one, and keeps it in updates.
 */
export function keycloakClient(application: SetupApplication) {
  const { kind, grantTypes, redirectUris, postLogoutRedirectUris } =
    application;
  const signsIn = kind !== 'machine';
  return {
    clientId: chosenId(application),
    name: application.name,
    protocol: 'openid-connect',
    enabled: true,
    publicClient: kind === 'spa',
    bearerOnly: false,
    ...(kind === 'spa' ? {} : { clientAuthenticatorType: 'client-secret' }),
    standardFlowEnabled: signsIn,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    serviceAccountsEnabled: grantTypes.includes('client_credentials'),
    redirectUris,
    webOrigins: kind === 'spa' ? ['+'] : [],
    attributes: {
      ...(kind === 'spa' ? { 'pkce.code.challenge.method': 'S256' } : {}),
      'use.refresh.tokens': String(grantTypes.includes('refresh_token')),
      // "+" stands for the redirect URIs.
      ...(signsIn
        ? {
            'post.logout.redirect.uris': ['+', ...postLogoutRedirectUris].join(
              '##',
            ),
          }
        : {}),
    },
  };
}

/** The mappers of an application: an audience each, and groups where a component reads them. */
export function keycloakMappers(
  { audiences, kind }: SetupApplication,
  groupsClaim?: string,
) {
  return [
    ...audiences.map(audienceMapper),
    ...(groupsClaim && kind !== 'machine' ? [groupsMapper(groupsClaim)] : []),
  ];
}
