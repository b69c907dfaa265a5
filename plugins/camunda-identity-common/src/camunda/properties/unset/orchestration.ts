import type { Settings, UnsetRule } from '../UnsetRule';
import { OIDC, UNKNOWN_CLIENT, line, says, signsIn } from './shared';

/** One provider, as a record has it: with several, each has its own settings. */
const oneProvider = (settings: Settings) =>
  signsIn('orchestration')(settings) ||
  says('orchestration', `${OIDC}.redirect-uri`)(settings);

function clusterRule(
  rule: Omit<UnsetRule, 'container' | 'versions' | 'key'> & {
    versions?: string;
    name: string;
    key?: string;
  },
): UnsetRule {
  const { name, ...rest } = rule;
  return {
    when: oneProvider,
    versions: '8.8-',
    key: `${OIDC}.${name}`,
    ...rest,
    container: 'orchestration',
  };
}

export const UNSET_ORCHESTRATION: readonly UnsetRule[] = [
  clusterRule({
    name: '',
    key: 'camunda.security.authentication.method',
    symptom:
      'a form for user name and password instead of the provider; no OIDC setting has an effect',
    cause: 'basic unless it is set',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_METHOD',
      'camunda.security.authentication.method',
      'oidc',
    ),
    result: 'fail',
  }),
  clusterRule({
    name: 'issuer-uri',
    or: [`${OIDC}.authorization-uri`],
    symptom: 'sign-in cannot begin; up to 8.9 the cluster does not start',
    cause:
      'there is neither an issuer nor the single endpoints (authorization-uri, token-uri, jwk-set-uri)',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_ISSUERURI',
      `${OIDC}.issuer-uri`,
      '<issuer>',
    ),
  }),
  ...(['token-uri', 'jwk-set-uri'] as const).map(name =>
    clusterRule({
      name,
      or: [`${OIDC}.issuer-uri`],
      when: settings =>
        says('orchestration', `${OIDC}.authorization-uri`)(settings),
      symptom: 'the cluster does not start, or tokens get 401',
      cause:
        'without an issuer all of authorization-uri, token-uri and jwk-set-uri are needed',
      line: line(
        `CAMUNDA_SECURITY_AUTHENTICATION_OIDC_${name
          .replace(/-/g, '')
          .toUpperCase()}`,
        `${OIDC}.${name}`,
        '<address>',
      ),
    }),
  ),
  clusterRule({
    name: 'end-session-endpoint-uri',
    versions: '8.9-',
    or: [`${OIDC}.issuer-uri`],
    when: settings =>
      says('orchestration', `${OIDC}.authorization-uri`)(settings),
    symptom:
      'logout ends at the cluster only; the log says that the end-session endpoint cannot be determined',
    cause: 'without an issuer the endpoint is not found',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_ENDSESSIONENDPOINTURI',
      `${OIDC}.end-session-endpoint-uri`,
      '<end_session_endpoint>',
    ),
    result: 'info',
  }),
  clusterRule({
    name: 'client-id',
    symptom: UNKNOWN_CLIENT,
    cause: 'nothing names the application',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTID',
      `${OIDC}.client-id`,
      '<client ID>',
    ),
  }),
  clusterRule({
    name: 'client-secret',
    or: [
      `${OIDC}.assertion.keystore.path`,
      `${OIDC}.client-authentication-method`,
    ],
    symptom:
      'sign-in ends with 500 at /sso-callback; the provider says invalid_client or AADSTS7000218',
    cause: 'the file has no secret; it may come from elsewhere',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTSECRET',
      `${OIDC}.client-secret`,
      '${…}, from a Secret',
    ),
    result: 'info',
  }),
  clusterRule({
    name: 'redirect-uri',
    versions: '8.8-8.9',
    symptom:
      'AADSTS50011 or "Invalid redirect_uri", or the browser lands on localhost:8080/sso-callback',
    cause: 'http://localhost:8080/sso-callback stands',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_REDIRECTURI',
      `${OIDC}.redirect-uri`,
      '<public URL of the cluster>/sso-callback',
    ),
  }),
  clusterRule({
    name: 'redirect-uri',
    versions: '8.10-',
    symptom:
      'AADSTS50011 or "Invalid redirect_uri" behind a proxy that hides the public host',
    cause: 'the address is taken from the request',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_REDIRECTURI',
      `${OIDC}.redirect-uri`,
      '<public URL of the cluster>/sso-callback',
    ),
    result: 'info',
  }),
  clusterRule({
    name: 'audiences',
    symptom:
      'Connectors, workers and deployments from the modeler get 401 (Audience mismatch)',
    cause: 'no audience but the client ID is accepted',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_AUDIENCES',
      `${OIDC}.audiences`,
      '<client ID>,<audience>,<audience of the modeler’s UI>',
    ),
    result: 'info',
  }),
  clusterRule({
    name: 'username-claim',
    when: settings =>
      oneProvider(settings) &&
      says(
        'orchestration',
        'camunda.security.initialization.default-roles.admin.users',
      )(settings),
    symptom:
      'people sign in under an opaque ID, and the administrators of the file have no access (403)',
    cause: 'sub stands',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERNAMECLAIM',
      `${OIDC}.username-claim`,
      '<claim by which administrators are named>',
    ),
  }),
  clusterRule({
    name: 'client-id-claim',
    symptom:
      'Connectors and workers are taken for people: 403, or 401 "clientId claim could not be found"',
    cause: 'no claim says that a token is a client’s',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTIDCLAIM',
      `${OIDC}.client-id-claim`,
      'azp or client_id',
    ),
  }),
  clusterRule({
    name: 'prefer-username-claim',
    provider: 'MICROSOFT',
    when: settings =>
      oneProvider(settings) &&
      settings.property('orchestration', `${OIDC}.client-id-claim`) === 'azp',
    symptom: 'people count as the application: signed in, no permissions, 403',
    cause: 'false stands, and azp is in the tokens of people, too',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_PREFERUSERNAMECLAIM',
      `${OIDC}.prefer-username-claim`,
      'true',
    ),
  }),
  clusterRule({
    name: 'scope',
    provider: 'MICROSOFT',
    symptom:
      'sign-in goes round in circles, or the token is refused with 401 (aud)',
    cause: 'the token is made for Microsoft Graph, not for the cluster',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_SCOPE',
      `${OIDC}.scope`,
      'openid,profile,offline_access,<client ID>/.default',
    ),
  }),
  clusterRule({
    name: 'user-info-enabled',
    provider: 'MICROSOFT',
    versions: '8.9-8.9',
    symptom:
      'sign-in ends with 500 at /sso-callback, [invalid_user_info_response]: Microsoft Graph refuses UserInfo with 401',
    cause:
      'the cluster asks UserInfo with a token that is not for Microsoft Graph; from 8.9.22 on it falls back with a warning',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED',
      `${OIDC}.user-info-enabled`,
      'false',
    ),
  }),
  clusterRule({
    name: 'user-info-enabled',
    provider: 'MICROSOFT',
    versions: '8.10-',
    symptom: 'a warning at every sign-in: Microsoft Graph refuses UserInfo',
    cause:
      'the cluster asks UserInfo with a token that is not for Microsoft Graph',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERINFOENABLED',
      `${OIDC}.user-info-enabled`,
      'false',
    ),
    result: 'info',
  }),
  clusterRule({
    name: '',
    key: 'SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
    or: ['server.max-http-request-header-size'],
    provider: 'MICROSOFT',
    versions: '8.10-',
    symptom: 'HTTP 400 at sign-in ("Request header is too large")',
    cause: '8 KB stand, and Entra’s codes and cookies are longer',
    line: line(
      'SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
      'server.max-http-request-header-size',
      '65536',
    ),
    result: 'info',
  }),
  clusterRule({
    name: '',
    key: 'camunda.security.initialization.default-roles.admin.users',
    or: [
      'camunda.security.initialization.default-roles.admin.groups',
      'camunda.security.initialization.default-roles.admin.mapping-rules',
      'camunda.security.initialization.mapping-rules.mapping-rule-id',
      'camunda.security.initialization.mapping-rules.claim-name',
    ],
    symptom: 'people sign in and have no access to any web application (403)',
    cause: 'there is no administrator',
    line: line(
      'CAMUNDA_SECURITY_INITIALIZATION_DEFAULTROLES_ADMIN_USERS_0',
      'camunda.security.initialization.default-roles.admin.users',
      '<value of the user name claim>',
    ),
  }),
  clusterRule({
    name: '',
    key: 'camunda.security.initialization.default-roles.connectors.clients',
    when: settings => oneProvider(settings) && settings.has('connectors'),
    symptom: 'the cluster answers Connectors with 403',
    cause: 'nothing gives Connectors their role',
    line: line(
      'CAMUNDA_SECURITY_INITIALIZATION_DEFAULTROLES_CONNECTORS_CLIENTS_0',
      'camunda.security.initialization.default-roles.connectors.clients',
      '<client ID of Connectors>',
    ),
  }),
];
