import type { UnsetRule } from '../../properties/UnsetRule';
import {
  CLUSTER,
  CONNECTORS,
  cluster,
  connectorsOn,
  UNKNOWN_CLIENT,
  wrongRedirect,
} from './conditions';

const OIDC = 'camunda.security.authentication.oidc';

/** The Orchestration Cluster and Connectors, from 8.8 on. */
export const UNSET_CLUSTER: readonly UnsetRule[] = [
  {
    versions: '8.8-',
    container: 'orchestration',
    key: `${CLUSTER}.clientId`,
    or: [`orchestration ${OIDC}.client-id`],
    when: cluster(),
    symptom: UNKNOWN_CLIENT,
    cause: '"orchestration" stands',
    line: `${CLUSTER}.clientId: <client ID>`,
    section: true,
  },
  {
    versions: '8.8-',
    container: 'orchestration',
    key: `${CLUSTER}.audience`,
    or: [`orchestration ${OIDC}.audiences`],
    when: cluster(),
    symptom:
      'people sign in, Connectors and workers get 401 (Invalid token, Audience mismatch)',
    cause: '"orchestration-api" stands',
    line: `${CLUSTER}.audience: <audience>`,
    section: true,
  },
  {
    versions: '8.8-',
    container: 'orchestration',
    key: `${CLUSTER}.redirectUrl`,
    or: [`orchestration ${OIDC}.redirect-uri`],
    when: cluster(),
    symptom: wrongRedirect('/sso-callback'),
    cause: 'http://localhost:8080 stands',
    line: `${CLUSTER}.redirectUrl: <public URL of the cluster>`,
    section: true,
  },
  {
    versions: '8.8-',
    container: 'orchestration',
    key: `${CLUSTER}.secret.existingSecret`,
    or: [
      `${CLUSTER}.secret.inlineSecret`,
      `orchestration ${OIDC}.client-secret`,
      `orchestration ${OIDC}.assertion.keystore.path`,
      `orchestration ${OIDC}.client-authentication-method`,
    ],
    when: cluster(),
    symptom:
      'sign-in ends with 500 at /sso-callback; the provider says invalid_client, AADSTS7000218 or AADSTS7000215',
    cause: 'the secret is empty',
    line: `${CLUSTER}.secret: {existingSecret: <Secret>, existingSecretKey: <key>}`,
    section: true,
  },
  {
    versions: '8.8-',
    container: 'orchestration',
    key: 'orchestration.security.initialization.defaultRoles.admin.users',
    or: [
      'orchestration.security.initialization.defaultRoles.admin.groups',
      'orchestration.security.initialization.defaultRoles.admin.mappingRules',
      'orchestration.security.initialization.mappingRules',
      'orchestration camunda.security.initialization.default-roles.admin.users',
      'orchestration camunda.security.initialization.default-roles.admin.groups',
      'orchestration camunda.security.initialization.default-roles.admin.mapping-rules',
    ],
    when: cluster(),
    symptom:
      'people sign in and have no access to any web application (403, /forbidden or an empty menu)',
    cause: 'the administrator is "demo", whom no provider knows',
    line: 'orchestration.security.initialization.defaultRoles.admin.users: [<value of the user name claim>]',
    section: true,
  },
  {
    versions: '8.8-',
    container: 'connectors',
    key: 'orchestration.security.initialization.defaultRoles.connectors.clients',
    or: [
      'orchestration camunda.security.initialization.default-roles.connectors.clients',
    ],
    when: connectorsOn(settings => {
      const own = settings.chart(`${CONNECTORS}.clientId`);
      return own !== undefined && own !== 'connectors';
    }),
    symptom:
      'the cluster answers Connectors with 403, and they do not become ready',
    cause: 'the role is given to a client "connectors"',
    line: 'orchestration.security.initialization.defaultRoles.connectors.clients: [<client ID of Connectors>]',
  },
  {
    versions: '8.8-',
    provider: 'MICROSOFT',
    container: 'orchestration',
    key: `${CLUSTER}.clientIdClaim`,
    or: [`orchestration ${OIDC}.client-id-claim`],
    when: cluster(),
    symptom:
      'Connectors and workers get 401, "clientId claim could not be found"',
    cause: 'client_id stands, a claim that Entra’s tokens do not have',
    line: `${CLUSTER}.clientIdClaim: azp`,
  },
  {
    versions: '8.8-',
    provider: 'MICROSOFT',
    container: 'orchestration',
    key: `${CLUSTER}.preferUsernameClaim`,
    or: [`orchestration ${OIDC}.prefer-username-claim`],
    when: cluster(
      settings => settings.chart(`${CLUSTER}.clientIdClaim`) === 'azp',
    ),
    symptom: 'people count as the application: signed in, no permissions, 403',
    cause: 'false stands, and azp is in the tokens of people, too',
    line: `${CLUSTER}.preferUsernameClaim: true`,
  },
  {
    versions: '8.8-',
    provider: 'MICROSOFT',
    container: 'orchestration',
    key: `${CLUSTER}.scope`,
    or: [`orchestration ${OIDC}.scope`],
    when: cluster(),
    symptom:
      'sign-in goes round in circles, or the token is refused with 401 (aud)',
    cause: 'the token is made for Microsoft Graph, not for the cluster',
    line: `${CLUSTER}.scope: [openid, profile, offline_access, <client ID>/.default]`,
  },
  {
    versions: '8.9-8.9',
    provider: 'MICROSOFT',
    container: 'orchestration',
    key: 'orchestration.env.CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED',
    or: [`orchestration ${OIDC}.user-info-enabled`],
    when: cluster(),
    symptom:
      'sign-in ends with 500 at /sso-callback, [invalid_user_info_response]: Microsoft Graph refuses UserInfo with 401',
    cause:
      'the cluster asks UserInfo with a token that is not for Microsoft Graph; from 8.9.22 on it falls back with a warning',
    line: 'orchestration.env: [{name: CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED, value: "false"}] (camunda.security.authentication.oidc.user-info-enabled: false in extraConfiguration)',
  },
  {
    versions: '8.10-',
    provider: 'MICROSOFT',
    container: 'orchestration',
    key: 'orchestration.env.CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED',
    or: [`orchestration ${OIDC}.user-info-enabled`],
    when: cluster(),
    symptom: 'a warning at every sign-in: Microsoft Graph refuses UserInfo',
    cause:
      'the cluster asks UserInfo with a token that is not for Microsoft Graph',
    line: 'orchestration.env: [{name: CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED, value: "false"}]',
    result: 'info',
  },
  {
    versions: '8.10-',
    provider: 'MICROSOFT',
    container: 'orchestration',
    key: 'orchestration.env.SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
    or: [
      'orchestration SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
      'orchestration server.max-http-request-header-size',
    ],
    when: cluster(),
    symptom: 'HTTP 400 at sign-in ("Request header is too large")',
    cause: '8 KB stand, and Entra’s codes and cookies are longer',
    line: 'orchestration.env: [{name: SERVER_MAX_HTTP_REQUEST_HEADER_SIZE, value: "65536"}]',
    result: 'info',
  },
  {
    versions: '8.8-',
    container: 'connectors',
    key: `${CONNECTORS}.clientId`,
    or: ['connectors camunda.client.auth.client-id'],
    when: connectorsOn(),
    symptom: `Connectors do not become ready; ${UNKNOWN_CLIENT}`,
    cause: '"connectors" stands',
    line: `${CONNECTORS}.clientId: <client ID>`,
    section: true,
  },
  {
    versions: '8.8-',
    container: 'connectors',
    key: `${CONNECTORS}.secret.existingSecret`,
    or: [
      `${CONNECTORS}.secret.inlineSecret`,
      'connectors camunda.client.auth.client-secret',
      'connectors camunda.client.auth.client-assertion.keystore-path',
    ],
    when: connectorsOn(),
    symptom:
      'Connectors stop at start: VALUES_CAMUNDA_IDENTITY_CLIENT_SECRET is not resolved',
    cause: 'there is no secret',
    line: `${CONNECTORS}.secret: {existingSecret: <Secret>, existingSecretKey: <key>}`,
    section: true,
  },
  {
    versions: '8.8-',
    provider: 'MICROSOFT',
    container: 'connectors',
    key: `${CONNECTORS}.tokenScope`,
    or: ['connectors camunda.client.auth.scope'],
    when: connectorsOn(),
    symptom: 'AADSTS90014 (scope missing), and Connectors do not become ready',
    cause: 'Entra gives no token without a scope',
    line: `${CONNECTORS}.tokenScope: <the cluster’s client ID>/.default`,
    section: true,
  },
];
