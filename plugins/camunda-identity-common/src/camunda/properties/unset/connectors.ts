import type { Settings, UnsetRule } from '../UnsetRule';
import { inbound, UNSET_CONNECTORS_INBOUND } from './connectorsInbound';
import { UNKNOWN_CLIENT, line, needs, says } from './shared';

/** Up to 8.6 by ZEEBE_*, in 8.7 by `camunda.client.zeebe`, later by `camunda.client.auth`. */
const connectors = (settings: Settings) =>
  [
    'ZEEBE_CLIENT_ID',
    'camunda.client.auth.client-id',
    'camunda.client.auth.token-url',
    'camunda.client.auth.audience',
    'camunda.client.auth.issuer',
  ].some(name => settings.property('connectors', name) !== undefined);

function connectorsRule(rule: Omit<UnsetRule, 'container'>): UnsetRule {
  return { when: connectors, ...rule, container: 'connectors' };
}

const NO_SCOPE = 'Entra gives no token without a scope';

const ZEEBE_VALUES = {
  ZEEBE_CLIENT_ID: '<client ID>',
  ZEEBE_AUTHORIZATION_SERVER_URL: '<token endpoint>',
  ZEEBE_TOKEN_AUDIENCE: '<Zeebe’s audience>',
};

export const UNSET_CONNECTORS: readonly UnsetRule[] = [
  connectorsRule({
    versions: '8.5-8.6',
    provider: 'MICROSOFT',
    key: 'ZEEBE_TOKEN_SCOPE',
    symptom: 'AADSTS90014: the token for Zeebe is refused',
    cause: NO_SCOPE,
    line: 'ZEEBE_TOKEN_SCOPE=<Zeebe’s client ID>/.default',
  }),
  ...(
    [
      'ZEEBE_CLIENT_ID',
      'ZEEBE_AUTHORIZATION_SERVER_URL',
      'ZEEBE_TOKEN_AUDIENCE',
    ] as const
  ).map(key =>
    connectorsRule({
      versions: '8.5-8.6',
      key,
      or: ['ZEEBE_CLIENT_CONFIG_PATH', 'camunda.client.auth.client-id'],
      when: settings =>
        connectors(settings) ||
        says('connectors', 'ZEEBE_TOKEN_AUDIENCE')(settings),
      symptom: 'Connectors get no token, or Zeebe refuses it (UNAUTHENTICATED)',
      cause: 'the client library has nothing to ask for a token with',
      line: `${key}=${ZEEBE_VALUES[key]}`,
    }),
  ),
  ...(['base-url', 'type'] as const).map(name =>
    connectorsRule({
      versions: '8.5-8.6',
      key: `camunda.identity.${name}`,
      when: inbound,
      symptom:
        name === 'type'
          ? 'the token for Operate is asked for at a path of Keycloak’s: 404'
          : 'polling of Operate fails: no permissions from Identity',
      cause:
        name === 'type'
          ? 'KEYCLOAK stands'
          : 'nothing says where Management Identity is',
      line:
        name === 'type'
          ? 'CAMUNDA_IDENTITY_TYPE=GENERIC'
          : 'CAMUNDA_IDENTITY_BASEURL=<URL of Management Identity>',
    }),
  ),
  connectorsRule({
    versions: '8.7-8.7',
    key: 'camunda.client.mode',
    symptom: 'no token is sent: Zeebe answers UNAUTHENTICATED (401)',
    cause: 'no mode is set',
    line: 'CAMUNDA_CLIENT_MODE=self-managed',
  }),
  connectorsRule({
    versions: '8.7-8.7',
    provider: 'MICROSOFT',
    key: 'camunda.client.zeebe.scope',
    symptom: 'AADSTS90014: the token for Zeebe is refused',
    cause: NO_SCOPE,
    line: 'CAMUNDA_CLIENT_ZEEBE_SCOPE=<Zeebe’s client ID>/.default',
  }),
  connectorsRule({
    versions: '8.7-8.7',
    key: 'camunda.client.zeebe.audience',
    or: ['camunda.client.auth.audience'],
    symptom: 'Zeebe refuses the token (UNAUTHENTICATED)',
    cause: 'no audience is asked for',
    line: 'CAMUNDA_CLIENT_ZEEBE_AUDIENCE=<Zeebe’s audience>',
  }),
  connectorsRule({
    versions: '8.7-8.7',
    provider: 'MICROSOFT',
    key: 'operate.client.scope',
    when: inbound,
    symptom: 'AADSTS90014 when Connectors poll Operate',
    cause: NO_SCOPE,
    line: 'OPERATE_CLIENT_SCOPE=<Operate’s client ID>/.default',
  }),
  connectorsRule({
    versions: '8.7-8.7',
    key: 'operate.client.profile',
    when: settings => says('connectors', 'operate.client.client-id')(settings),
    symptom: 'Operate is asked without a token: 401',
    cause: 'no profile is set',
    line: 'OPERATE_CLIENT_PROFILE=oidc',
  }),
  connectorsRule({
    versions: '8.8-',
    key: 'camunda.client.mode',
    symptom: 'tokens may be asked for elsewhere, or not at all',
    cause: 'the client library chooses its mode by the other settings',
    line: line('CAMUNDA_CLIENT_MODE', 'camunda.client.mode', 'self-managed'),
    result: 'info',
  }),
  connectorsRule({
    versions: '8.8-',
    key: 'camunda.client.auth.method',
    symptom: 'the cluster may be called without a token: 401',
    cause:
      'the client library has to conclude the method from the other settings',
    line: line(
      'CAMUNDA_CLIENT_AUTH_METHOD',
      'camunda.client.auth.method',
      'oidc',
    ),
    result: 'info',
  }),
  connectorsRule({
    versions: '8.8-',
    provider: 'MICROSOFT',
    key: 'camunda.client.auth.scope',
    symptom: 'AADSTS90014 (scope missing), and Connectors do not become ready',
    cause: NO_SCOPE,
    line: line(
      'CAMUNDA_CLIENT_AUTH_SCOPE',
      'camunda.client.auth.scope',
      '<the cluster’s client ID>/.default',
    ),
  }),
  connectorsRule({
    versions: '8.8-',
    key: 'camunda.client.auth.audience',
    symptom: 'the cluster answers 401 (Audience mismatch)',
    cause: 'no audience is asked for',
    line: line(
      'CAMUNDA_CLIENT_AUTH_AUDIENCE',
      'camunda.client.auth.audience',
      '<the cluster’s audience>',
    ),
  }),
  connectorsRule({
    versions: '8.7-',
    key: 'camunda.client.auth.token-url',
    or: ['camunda.client.auth.issuer-url', 'camunda.client.auth.issuer'],
    symptom:
      'the client library asks Camunda’s SaaS for a token, or stops at start',
    cause: 'nothing says where the provider gives tokens',
    line: line(
      'CAMUNDA_CLIENT_AUTH_TOKENURL',
      'camunda.client.auth.token-url',
      '<token endpoint>',
    ),
  }),
  connectorsRule({
    versions: '8.7-',
    key: 'camunda.client.auth.client-id',
    or: ['CAMUNDA_CLIENT_CONFIG_PATH'],
    symptom: UNKNOWN_CLIENT,
    cause: 'nothing names the application',
    line: line(
      'CAMUNDA_CLIENT_AUTH_CLIENTID',
      'camunda.client.auth.client-id',
      '<client ID>',
    ),
  }),
  connectorsRule({
    versions: '8.7-',
    key: 'camunda.client.auth.client-secret',
    or: [
      'VALUES_CAMUNDA_IDENTITY_CLIENT_SECRET',
      'camunda.client.auth.client-assertion.keystore-path',
      'CAMUNDA_CLIENT_CONFIG_PATH',
    ],
    symptom: 'the provider answers invalid_client (AADSTS7000218)',
    cause: 'the file has no secret; it may come from elsewhere',
    line: 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET=${…}, from a Secret',
    result: 'info',
  }),
  ...needs('connectors', '8.5-8.6', connectors, [
    {
      key: 'ZEEBE_CLIENT_SECRET',
      variable: 'ZEEBE_CLIENT_SECRET',
      value: '${…}, from a Secret',
      or: ['ZEEBE_CLIENT_CONFIG_PATH', 'camunda.client.auth.client-secret'],
      symptom: 'the provider answers invalid_client (AADSTS7000218)',
      cause: 'the file has no secret; it may come from elsewhere',
      result: 'info',
    },
  ]),
  ...UNSET_CONNECTORS_INBOUND,
];
