import type { SetupApplication } from '../types';

/** Name of an audience's mapper, by which a second run finds it. */
export function mapperName(audience: string): string {
  return `audience ${audience}`;
}

/**
 * Puts an audience into access tokens. A custom audience, because newer Keycloaks drop a client audience if
 * that client does not exist, and Camunda's audiences are usually not clients.
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

/** The client ID, which can be chosen at Keycloak: that of the record, or a descriptive one. */
export function chosenId(application: SetupApplication): string {
  return application.clientId ?? application.uniqueName;
}

/**
 * An application as Keycloak's ClientRepresentation, without its mappers. No scopes are named, since naming one
 * at creation removes all others, including `basic` with the claim `sub`. No secret either: Keycloak creates
 * one and keeps it in updates.
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

/** The mappers of an application: one per audience, and groups if a component reads them. */
export function keycloakMappers(
  { audiences, kind }: SetupApplication,
  groupsClaim?: string,
) {
  return [
    ...audiences.map(audienceMapper),
    ...(groupsClaim && kind !== 'machine' ? [groupsMapper(groupsClaim)] : []),
  ];
}
