import type { UnsetRule } from '../../properties/UnsetRule';
import {
  A,
  on,
  UNKNOWN_CLIENT,
  WRONG_AUDIENCE,
  wrongRedirect,
} from './conditions';
import { secretKey } from './secretKey';

/** The components that take everything from `global.identity.auth.<name>`. */
function client(
  name: string,
  versions: string,
  container: string,
  options: { port?: string; path?: string; legacy: boolean; audience?: string },
): UnsetRule[] {
  const section = `${A}.${name}`;
  const when = on(name);
  return [
    {
      versions,
      container,
      key: `${section}.clientId`,
      or: [
        `${container} camunda.identity.client-id`,
        `${container} camunda.client.auth.client-id`,
      ],
      when,
      symptom: UNKNOWN_CLIENT,
      cause: `"${name}" stands`,
      line: `${section}.clientId: <client ID>`,
      section: true,
    },
    {
      versions,
      container,
      key: options.legacy
        ? `${section}.existingSecret`
        : `${section}.secret.existingSecret`,
      or: [
        `${section}.existingSecret.name`,
        `${section}.secret.inlineSecret`,
        `${container} camunda.identity.client-secret`,
      ],
      when,
      symptom: options.legacy
        ? 'the provider answers invalid_client (AADSTS7000215)'
        : 'the provider answers invalid_client (AADSTS7000218)',
      cause: options.legacy
        ? 'the chart makes a secret of its own, which no provider knows'
        : 'there is no secret',
      line: options.legacy
        ? `${section}.existingSecret: {name: <Secret>}, ${section}.existingSecretKey: <key>`
        : `${section}.secret: {existingSecret: <Secret>, existingSecretKey: <key>}`,
      section: true,
    },
    ...(options.legacy ? [secretKey(section, versions, container, name)] : []),
    ...(options.audience
      ? [
          {
            versions,
            provider: 'MICROSOFT' as const,
            container,
            key: `${section}.audience`,
            or: [`${container} camunda.identity.audience`],
            when,
            symptom: WRONG_AUDIENCE,
            cause: `"${options.audience}" stands; the aud of Entra’s v2.0 tokens is the client ID`,
            line: `${section}.audience: <client ID>`,
            section: true,
          },
        ]
      : []),
    ...(options.path
      ? [
          {
            versions,
            container,
            key: `${section}.redirectUrl`,
            when,
            symptom: wrongRedirect(options.path),
            cause: `http://localhost:${options.port} stands`,
            line: `${section}.redirectUrl: <public URL, without ${options.path}>`,
            section: true,
          },
        ]
      : []),
  ];
}

/** Components of the charts up to 8.7. */
export const UNSET_UP_TO_8_7: readonly UnsetRule[] = [
  ...client('operate', '8.5-8.7', 'operate', {
    port: '8081',
    path: '/identity-callback',
    legacy: true,
    audience: 'operate-api',
  }),
  ...client('tasklist', '8.5-8.7', 'tasklist', {
    port: '8082',
    path: '/identity-callback',
    legacy: true,
    audience: 'tasklist-api',
  }),
  ...client('optimize', '8.5-8.7', 'optimize', {
    port: '8083',
    path: '/api/authentication/callback',
    legacy: true,
    audience: 'optimize-api',
  }),
  ...client('zeebe', '8.5-8.7', 'zeebe-gateway', {
    legacy: true,
    audience: 'zeebe-api',
  }),
  ...client('connectors', '8.5-8.7', 'connectors', { legacy: true }),
  {
    versions: '8.5-8.7',
    provider: 'MICROSOFT',
    container: 'zeebe-gateway',
    key: `${A}.zeebe.tokenScope`,
    when: on('zeebe'),
    symptom:
      'AADSTS90014: Operate and Tasklist show nothing from Zeebe, Connectors do not become ready',
    cause: 'Entra gives no token without a scope',
    line: `${A}.zeebe.tokenScope: <Zeebe’s client ID>/.default`,
    section: true,
  },
  {
    versions: '8.7-8.7',
    provider: 'MICROSOFT',
    container: 'connectors',
    key: 'connectors.env.OPERATE_CLIENT_SCOPE',
    or: ['connectors operate.client.scope'],
    when: on(
      'connectors',
      settings =>
        settings.chartOrDefault('connectors.inbound.mode') === 'oauth',
    ),
    symptom: 'AADSTS90014 when Connectors poll Operate',
    cause: 'Entra gives no token without a scope',
    line: 'connectors.env: [{name: OPERATE_CLIENT_SCOPE, value: <Operate’s client ID>/.default}]',
  },
];

/** Components beside the Orchestration Cluster, from 8.8 on. */
export const UNSET_OTHERS: readonly UnsetRule[] = [
  ...client('optimize', '8.8-', 'optimize', {
    port: '8083',
    path: '/api/authentication/callback',
    legacy: false,
    audience: 'optimize-api',
  }),
  ...(['clientId', 'redirectUrl'] as const).map(
    (key): UnsetRule => ({
      versions: '8.5-8.9',
      container: 'web-modeler-webapp',
      key: `${A}.webModeler.${key}`,
      when: on('webModeler'),
      symptom:
        key === 'clientId' ? UNKNOWN_CLIENT : wrongRedirect('/login-callback'),
      cause:
        key === 'clientId'
          ? '"web-modeler" stands'
          : 'an address at localhost stands',
      line: `${A}.webModeler.${key}: <${
        key === 'clientId' ? 'client ID of the UI' : 'public URL of Web Modeler'
      }>`,
      section: true,
    }),
  ),
  ...(['clientApiAudience', 'publicApiAudience'] as const).map(
    (key): UnsetRule => ({
      versions: '8.5-8.9',
      provider: 'MICROSOFT',
      container: 'web-modeler-restapi',
      key: `${A}.webModeler.${key}`,
      when: on('webModeler'),
      symptom: WRONG_AUDIENCE,
      cause: 'a name stands that no token of Entra has',
      line: `${A}.webModeler.${key}: <client ID of the ${
        key === 'clientApiAudience' ? 'UI' : 'API'
      }>`,
      section: true,
    }),
  ),
  ...(['clientId', 'redirectUrl'] as const).map(
    (key): UnsetRule => ({
      versions: '8.10-',
      container: 'hub',
      key: `${A}.camundaHub.${key}`,
      or: [`${A}.webModeler.${key}`],
      when: on('camundaHub'),
      symptom:
        key === 'clientId' ? UNKNOWN_CLIENT : wrongRedirect('/login-callback'),
      cause:
        key === 'clientId'
          ? '"web-modeler" stands'
          : 'http://localhost:8070 stands',
      line: `${A}.camundaHub.${key}: <${
        key === 'clientId' ? 'client ID of the UI' : 'public URL of Camunda Hub'
      }>`,
      section: true,
    }),
  ),
  ...(['clientApiAudience', 'publicApiAudience'] as const).map(
    (key): UnsetRule => ({
      versions: '8.10-',
      provider: 'MICROSOFT',
      container: 'hub',
      key: `${A}.camundaHub.${key}`,
      or: [`${A}.webModeler.${key}`],
      when: on('camundaHub'),
      symptom: WRONG_AUDIENCE,
      cause: 'a name stands that no token of Entra has',
      line: `${A}.camundaHub.${key}: <client ID of the ${
        key === 'clientApiAudience' ? 'UI' : 'API'
      }>`,
      section: true,
    }),
  ),
  {
    versions: '8.5-8.9',
    container: 'console',
    key: `${A}.console.clientId`,
    when: on('console'),
    symptom: UNKNOWN_CLIENT,
    cause: '"console" stands',
    line: `${A}.console.clientId: <client ID>`,
    section: true,
  },
  {
    versions: '8.5-8.9',
    container: 'console',
    key: `${A}.console.wellKnown`,
    when: on('console'),
    symptom: 'Console stays white, or shows an error before sign-in',
    cause: 'https://well-known-uri stands',
    line: `${A}.console.wellKnown: <issuer>/.well-known/openid-configuration`,
    section: true,
  },
  {
    versions: '8.5-8.9',
    provider: 'MICROSOFT',
    container: 'console',
    key: `${A}.console.audience`,
    when: on('console'),
    symptom: WRONG_AUDIENCE,
    cause: '"console-api" stands',
    line: `${A}.console.audience: <client ID>`,
    section: true,
  },
  ...(['client-id-claim', 'username-claim'] as const).map(
    (name): UnsetRule => ({
      versions: '8.10-',
      container: 'optimize',
      key: `optimize.extraConfiguration: camunda.security.authentication.oidc.${name}`,
      or: [`optimize camunda.security.authentication.oidc.${name}`],
      when: on('optimize'),
      symptom:
        name === 'client-id-claim'
          ? 'machine clients of Optimize’s API get 403: their tokens are taken for those of people'
          : 'owners of reports change their ID, and people do not find their reports',
      cause: 'the chart hands Optimize no claims',
      line: `optimize.extraConfiguration: [{file: oidc-claims.yaml, content: "camunda.security.authentication.oidc.${name}: <claim>"}]`,
      result: 'info',
    }),
  ),
];
