import type { Settings, UnsetRule } from '../properties/UnsetRule';

/*
 * Keys of the charts whose absence, or whose default, breaks sign-in (charts' values.yaml and templates).
 */

const A = 'global.identity.auth';
const CLUSTER = 'orchestration.security.authentication.oidc';
const CONNECTORS = 'connectors.security.authentication.oidc';

/** An external provider is meant: the file names its type, or what only such a one needs. */
export function isExternal(settings: Settings): boolean {
  if (settings.namedType)
    return /^(GENERIC|MICROSOFT)$/.test(settings.namedType);
  return ['issuer', 'issuerBackendUrl', 'jwksUrl', 'tokenUrl', 'authUrl'].some(
    key => settings.chart(`${A}.${key}`),
  );
}

/** A component is part of the release: switched on, or on by default, or configured. */
export function isOn(settings: Settings, section: string): boolean {
  const said = settings.chart(`${section}.enabled`);
  if (said !== undefined) return said === 'true';
  const auth = section === 'camundaHub' ? 'webModeler' : section;
  return (
    settings.chartOrDefault(`${section}.enabled`) === 'true' ||
    settings.chart(`${A}.${auth}`) !== undefined ||
    settings.chart(`${A}.${section}`) !== undefined
  );
}

const external = (settings: Settings) =>
  isExternal(settings) && settings.chart(`${A}.enabled`) !== 'false';

/** Component and provider together. */
const on =
  (section: string, when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) =>
    external(settings) && isOn(settings, section) && when(settings);

const hasBlock = (settings: Settings) =>
  isExternal(settings) && settings.chart(A) !== undefined;

/** The cluster signs in with the provider, or its settings say that it should. */
const cluster =
  (when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) => {
    if (settings.chart('orchestration.enabled') === 'false') return false;
    const method =
      settings.chart('orchestration.security.authentication.method') ??
      settings.chart('global.security.authentication.method');
    const meant =
      method === 'oidc' ||
      (method === undefined &&
        (settings.chart(CLUSTER) !== undefined || isExternal(settings)));
    return meant && when(settings);
  };

const connectorsOn =
  (when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) =>
    settings.chart('connectors.enabled') !== 'false' &&
    settings.chart('connectors.security.authentication.method') !== 'basic' &&
    settings.chart('connectors.security.authentication.method') !== 'none' &&
    cluster(when)(settings);

const noIssuer = (settings: Settings) => !settings.chart(`${A}.issuer`);

const UNKNOWN_CLIENT =
  'the provider does not know the client: AADSTS700016, invalid_client or unauthorized_client';
const WRONG_AUDIENCE =
  'tokens are refused with 401, or sign-in ends at /noPermission: the aud of the token is another';
const wrongRedirect = (path: string) =>
  `AADSTS50011 or "Invalid redirect_uri" for ${path}, or the browser lands on localhost`;

const SWITCHES: readonly UnsetRule[] = [
  {
    versions: '8.5-',
    container: 'identity',
    key: `${A}.type`,
    when: hasBlock,
    symptom:
      'Identity looks for a Keycloak and does not start, or asks under /protocol/openid-connect and gets 404; the chart refuses Identity’s secret',
    cause: 'KEYCLOAK stands, although the file describes an external provider',
    line: `${A}.type: GENERIC (MICROSOFT for Entra)`,
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'identity',
    key: `${A}.enabled`,
    when: hasBlock,
    symptom:
      'nothing under global.identity.auth has an effect: no component gets the provider',
    cause: 'false from 8.8 on',
    line: `${A}.enabled: true`,
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'orchestration',
    key: 'global.security.authentication.method',
    or: [
      'orchestration.security.authentication.method',
      'orchestration camunda.security.authentication.method',
    ],
    when: settings => cluster()(settings),
    symptom:
      'the cluster shows a form for user name and password; every OIDC setting of it has no effect',
    cause: 'basic unless it is set',
    line: 'global.security.authentication.method: oidc',
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'connectors',
    key: 'connectors.security.authentication.method',
    or: ['global.security.authentication.method'],
    when: settings =>
      settings.chart('orchestration.security.authentication.method') ===
        'oidc' && settings.chart('connectors.enabled') !== 'false',
    symptom: 'the cluster answers Connectors with 401',
    cause:
      'only the cluster’s method is oidc; Connectors take the global one, which is basic',
    line: 'global.security.authentication.method: oidc',
  },
  {
    versions: '8.8-',
    container: 'identity',
    key: 'identity.enabled',
    or: ['global.identity.service.url'],
    when: settings =>
      hasBlock(settings) && settings.chart(`${A}.identity`) !== undefined,
    symptom:
      'no Management Identity in the release: people sign in, and no role or permission is found',
    cause: 'false from 8.8 on',
    line: 'identity.enabled: true',
    result: 'info',
  },
  {
    versions: '8.5-8.7',
    container: 'identity',
    key: 'identityKeycloak.enabled',
    when: external,
    symptom: 'a Keycloak is installed beside the provider, and nothing uses it',
    cause: 'true unless it is set',
    line: 'identityKeycloak.enabled: false',
    result: 'info',
  },
];

const PROVIDER: readonly UnsetRule[] = [
  {
    versions: '8.5-8.9',
    container: 'identity',
    key: `${A}.issuer`,
    or: [`${A}.publicIssuerUrl`],
    when: external,
    symptom:
      'tokens are refused with 401 (iss does not match), or the browser is sent to localhost:18080',
    cause: 'the issuer is that of a local Keycloak',
    line: `${A}.issuer: <issuer>`,
  },
  {
    versions: '8.10-',
    container: 'identity',
    key: `${A}.issuer`,
    or: [`${A}.publicIssuerUrl`],
    when: external,
    symptom:
      'Identity, Optimize and Hub fail at start, or refuse every token with 401',
    cause: 'the issuer is empty',
    line: `${A}.issuer: <issuer>`,
  },
  {
    versions: '8.5-8.7',
    container: 'identity',
    key: `${A}.issuerBackendUrl`,
    when: external,
    symptom: 'the chart stops: issuerBackendUrl is not configured',
    cause: 'there is no default for a provider other than Keycloak',
    line: `${A}.issuerBackendUrl: <issuer>`,
    result: 'fail',
  },
  {
    versions: '8.8-',
    container: 'identity',
    key: `${A}.issuerBackendUrl`,
    when: external,
    symptom:
      'Identity, Optimize and Web Modeler fail at start or at the first token',
    cause: 'it is written empty, and the chart says nothing',
    line: `${A}.issuerBackendUrl: <issuer>`,
  },
  ...(['jwksUrl', 'tokenUrl'] as const).map(
    (key): UnsetRule => ({
      versions: '8.5-8.7',
      container: 'identity',
      key: `${A}.${key}`,
      when: external,
      symptom:
        key === 'jwksUrl'
          ? 'keys are looked for at a path of Keycloak’s: 404, then 401 for every token'
          : 'tokens are asked for at a path of Keycloak’s: 404; Operate, Tasklist and Connectors do not reach Zeebe',
      cause: `<issuerBackendUrl>/protocol/openid-connect/${
        key === 'jwksUrl' ? 'certs' : 'token'
      } stands`,
      line: `${A}.${key}: <${
        key === 'jwksUrl' ? 'address of the key set' : 'token endpoint'
      }>`,
    }),
  ),
  {
    versions: '8.8-',
    container: 'optimize',
    key: `${A}.jwksUrl`,
    when: settings =>
      external(settings) &&
      ['optimize', 'webModeler', 'console', 'camundaHub'].some(section =>
        isOn(settings, section),
      ),
    symptom:
      'Optimize’s API, Web Modeler and Console answer 401 after sign-in: no key set to check tokens with',
    cause: 'it is written empty; only the cluster finds the keys by itself',
    line: `${A}.jwksUrl: <address of the key set>`,
  },
  ...(
    [
      [
        'orchestration',
        'authUrl',
        'sign-in of the cluster cannot begin',
        'authorization endpoint',
      ],
      [
        'connectors',
        'tokenUrl',
        'Connectors get no token and do not become ready',
        'token endpoint',
      ],
      [
        'orchestration',
        'jwksUrl',
        'the cluster cannot check tokens: 401',
        'address of the key set',
      ],
    ] as const
  ).map(
    ([container, key, symptom, what]): UnsetRule => ({
      versions: '8.8-',
      container,
      key: `${A}.${key}`,
      or: [`${A}.issuer`],
      when: cluster(noIssuer),
      symptom,
      cause: 'without an issuer there is nothing to find it by',
      line: `${A}.issuer: <issuer> (or ${A}.${key}: <${what}>)`,
    }),
  ),
];

const IDENTITY: readonly UnsetRule[] = [
  {
    versions: '8.5-',
    container: 'identity',
    key: 'identity.fullURL',
    or: [
      'identity identity.url',
      'global.ingress.host',
      'global.host',
      'identity.ingress',
    ],
    when: on(
      'identity',
      settings => settings.chart(`${A}.identity`) !== undefined,
    ),
    symptom: wrongRedirect('/auth/login-callback'),
    cause: 'Identity takes itself for http://localhost',
    line: 'identity.fullURL: <public URL of Identity>',
  },
  {
    versions: '8.5-8.7',
    container: 'identity',
    key: `${A}.identity.existingSecret`,
    or: [
      `${A}.identity.existingSecret.name`,
      'identity camunda.identity.client-secret',
    ],
    when: on('identity'),
    symptom: UNKNOWN_CLIENT,
    cause: 'without a secret the chart leaves the client ID out as well',
    line: `${A}.identity.existingSecret: {name: <Secret>}, ${A}.identity.existingSecretKey: <key>`,
    section: true,
  },
  secretKey(`${A}.identity`, '8.5-8.7', 'identity', 'identity'),
  {
    versions: '8.8-',
    container: 'identity',
    key: `${A}.identity.secret.existingSecret`,
    or: [
      `${A}.identity.secret.inlineSecret`,
      'identity camunda.identity.client-secret',
      'identity CAMUNDA_SECURITY_CERT_AUTH_ENABLED',
      'identity CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENT_ASSERTION_KEYSTORE_PATH',
    ],
    when: on('identity'),
    symptom: UNKNOWN_CLIENT,
    cause: 'without a secret the chart leaves the client ID out as well',
    line: `${A}.identity.secret: {existingSecret: <Secret>, existingSecretKey: <key>}`,
    section: true,
  },
  {
    versions: '8.5-',
    container: 'identity',
    key: `${A}.identity.clientId`,
    or: ['identity camunda.identity.client-id'],
    when: on('identity'),
    symptom: UNKNOWN_CLIENT,
    cause: '"camunda-identity" stands',
    line: `${A}.identity.clientId: <client ID>`,
    section: true,
  },
  {
    versions: '8.5-',
    container: 'identity',
    key: `${A}.identity.audience`,
    or: ['identity camunda.identity.audience'],
    when: on('identity'),
    symptom: WRONG_AUDIENCE,
    cause: '"camunda-identity-resource-server" stands',
    line: `${A}.identity.audience: <audience>`,
    section: true,
  },
  {
    versions: '8.5-',
    container: 'identity',
    key: `${A}.identity.initialClaimValue`,
    or: [
      'identity identity.initial-claim-value',
      'identity identity.mapping-rules.claim-value',
    ],
    when: on('identity'),
    symptom:
      'nobody is an administrator: 403 in Identity, /noPermission in Operate, Tasklist and Optimize',
    cause: 'nobody is named for the first start',
    line: `${A}.identity.initialClaimValue: <the person’s value of the claim>`,
    section: true,
  },
  {
    versions: '8.5-',
    provider: 'GENERIC',
    container: 'identity',
    key: `${A}.identity.initialClaimName`,
    or: ['identity identity.initial-claim-name'],
    when: on(
      'identity',
      settings =>
        settings.chart(`${A}.identity.initialClaimValue`) !== undefined,
    ),
    symptom: 'nobody is an administrator: 403, /noPermission',
    cause: 'oid stands, a claim that only Entra’s tokens have',
    line: `${A}.identity.initialClaimName: <claim, such as sub or email>`,
  },
  {
    versions: '8.8-',
    container: 'identity',
    key: 'identity.env.CAMUNDA_IDENTITY_AUDIENCE',
    or: ['identity camunda.identity.audience'],
    when: on('identity', settings => !isOn(settings, 'optimize')),
    symptom: 'Identity does not start',
    cause: 'the chart hands it the audience only beside Optimize',
    line: 'identity.env: [{name: CAMUNDA_IDENTITY_AUDIENCE, value: <Identity’s audience>}]',
  },
];

/** Up to 8.7 a key of the Secret stands where none is named. */
function secretKey(
  section: string,
  versions: string,
  container: string,
  name: string,
): UnsetRule {
  return {
    versions,
    container,
    key: `${section}.existingSecretKey`,
    when: on(
      name,
      settings =>
        settings.chart(`${section}.existingSecret.name`) !== undefined,
    ),
    symptom: 'the container does not start where the Secret has no such key',
    cause: `the key "${name}-secret" of the Secret stands`,
    line: `${section}.existingSecretKey: <key>`,
    result: 'info',
  };
}

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

const UP_TO_8_7: readonly UnsetRule[] = [
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

const OTHERS: readonly UnsetRule[] = [
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

const OIDC = 'camunda.security.authentication.oidc';

const CLUSTER_RULES: readonly UnsetRule[] = [
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

/** Everything of a values file whose absence breaks sign-in. */
export const UNSET_CHART_KEYS: readonly UnsetRule[] = [
  ...SWITCHES,
  ...PROVIDER,
  ...IDENTITY,
  ...UP_TO_8_7,
  ...CLUSTER_RULES,
  ...OTHERS,
];
