import type { Settings, UnsetRule } from './UnsetRule';

/*
 * Properties of the applications whose absence, or whose default, breaks sign-in (Camunda docs, configuration
 * pages of each version). Names are those of the properties; any of their spellings will do.
 */

const OIDC = 'camunda.security.authentication.oidc';

/** The component has something of a sign-in with the provider. */
const signsIn =
  (container: string, when: (settings: Settings) => boolean = () => true) =>
  (settings: Settings) =>
    [
      'camunda.identity.type',
      'camunda.identity.issuer',
      'camunda.identity.issuer-backend-url',
      'camunda.identity.client-id',
      'camunda.identity.audience',
      'identity.auth-provider.type',
      'identity.auth-provider.issuer-url',
      'camunda.operate.identity.client-id',
      'camunda.tasklist.identity.client-id',
      'security.auth.ccsm.client-id',
      'oauth2.client-id',
      'oauth2.type',
      'camunda.modeler.security.jwt.audience.internal-api',
      'camunda.hub.oauth2.client-id',
      'camunda.hub.security.jwt.audience.internal-api',
      `${OIDC}.client-id`,
      `${OIDC}.issuer-uri`,
      'camunda.console.oauth.client-id',
    ].some(name => settings.property(container, name) !== undefined) &&
    !/^KEYCLOAK$/.test(settings.namedType ?? '') &&
    when(settings);

const says = (container: string, name: string) => (settings: Settings) =>
  settings.property(container, name) !== undefined;

/** One provider, as a record has it: with several, each has its own settings. */
const oneProvider = (settings: Settings) =>
  signsIn('orchestration')(settings) ||
  says('orchestration', `${OIDC}.redirect-uri`)(settings);

const UNKNOWN_CLIENT =
  'the provider does not know the client: AADSTS700016, invalid_client or unauthorized_client';

/** `NAME=value (property: value)`. */
function line(variable: string, property: string, value: string): string {
  return `${variable}=${value} (${property}: ${value})`;
}

/** What every component up to 8.7, and Management Identity and Optimize later, take from `camunda.identity`. */
function identityClient(
  container: string,
  versions: string,
  own: {
    prefix?: string;
    needs: ReadonlyArray<
      | 'type'
      | 'issuer'
      | 'issuer-backend-url'
      | 'client-id'
      | 'audience'
      | 'base-url'
    >;
    or?: Readonly<Record<string, readonly string[]>>;
  },
): UnsetRule[] {
  const facts = {
    type: {
      variable: 'CAMUNDA_IDENTITY_TYPE',
      value: 'GENERIC',
      symptom: 'sign-in fails at paths of Keycloak’s (404), or tokens get 401',
      cause: 'KEYCLOAK stands',
    },
    issuer: {
      variable: 'CAMUNDA_IDENTITY_ISSUER',
      value: '<issuer>',
      symptom: 'sign-in cannot begin, or tokens get 401 (iss does not match)',
      cause: 'nothing says who issues the tokens',
    },
    'issuer-backend-url': {
      variable: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
      value: '<issuer>',
      symptom: 'tokens cannot be checked: 401, UNAUTHENTICATED at the gateway',
      cause: 'nothing says where the provider is reached',
    },
    'client-id': {
      variable: 'CAMUNDA_IDENTITY_CLIENT_ID',
      value: '<client ID>',
      symptom: UNKNOWN_CLIENT,
      cause: 'nothing names the application',
    },
    audience: {
      variable: 'CAMUNDA_IDENTITY_AUDIENCE',
      value: '<audience>',
      symptom:
        container === 'identity'
          ? 'Identity does not start, or refuses its own token with 401'
          : 'tokens are refused with 401 (UNAUTHENTICATED at the gateway), or sign-in ends at /noPermission: aud does not match',
      cause: 'nothing names the audience',
    },
    'base-url': {
      variable: 'CAMUNDA_IDENTITY_BASEURL',
      value: '<URL of Management Identity>',
      symptom:
        container === 'zeebe-gateway'
          ? 'every call fails: "URI with undefined scheme" in GenericAuthentication.getPermissions'
          : 'people sign in and see /noPermission, whatever roles they have',
      cause:
        'with an external provider permissions come from Management Identity, and nothing says where it is',
    },
  };
  return own.needs.map(name => {
    const { variable, value, symptom, cause } = facts[name];
    return {
      versions,
      container,
      key: `camunda.identity.${name}`,
      or: [
        ...(own.prefix
          ? [`${own.prefix}.${name === 'issuer' ? 'issuer-url' : name}`]
          : []),
        ...(own.or?.[name] ?? []),
      ],
      when: signsIn(container),
      symptom,
      cause,
      line: line(variable, `camunda.identity.${name}`, value),
    };
  });
}

/** A profile that has to be among those that are active. */
function profile(
  container: string,
  versions: string,
  name: string,
  symptom: string,
  cause: string,
): UnsetRule {
  return {
    versions,
    container,
    key: 'spring.profiles.active',
    when: signsIn(container),
    symptom,
    cause,
    line: line('SPRING_PROFILES_ACTIVE', 'spring.profiles.active', name),
  };
}

/** A secret may come from a place that the file does not show. */
function secret(
  container: string,
  versions: string,
  key: string,
  variable: string,
  or: readonly string[],
): UnsetRule {
  return {
    versions,
    container,
    key,
    or,
    when: signsIn(container),
    symptom: 'the provider answers invalid_client (AADSTS7000218)',
    cause: 'the file has no secret; it may come from elsewhere',
    line: line(variable, key, '${…}, from a Secret'),
    result: 'info',
  };
}

const UP_TO_8_7 = (['operate', 'tasklist'] as const).flatMap(
  (name): UnsetRule[] => {
    const prefix = `camunda.${name}.identity`;
    const upper = name.toUpperCase();
    return [
      profile(
        name,
        '8.5-8.7',
        'identity-auth',
        'a form for user name and password instead of the provider',
        'the profile auth stands',
      ),
      ...identityClient(name, '8.5-8.7', {
        prefix,
        needs: [
          'type',
          'issuer',
          'issuer-backend-url',
          'client-id',
          'audience',
          'base-url',
        ],
      }),
      secret(
        name,
        '8.5-8.7',
        'camunda.identity.client-secret',
        'CAMUNDA_IDENTITY_CLIENT_SECRET',
        [`${prefix}.client-secret`],
      ),
      {
        versions: '8.5-8.7',
        container: name,
        key: `${prefix}.redirect-root-url`,
        when: signsIn(name),
        symptom:
          'AADSTS50011 or "Invalid redirect_uri" for /identity-callback, behind a proxy or under a path',
        cause: 'the address is taken from the request',
        line: `CAMUNDA_${upper}_IDENTITY_REDIRECTROOTURL=<public URL>`,
        result: 'info',
      },
      {
        versions: '8.5-8.7',
        container: name,
        key: 'spring.security.oauth2.resourceserver.jwt.issuer-uri',
        or: [
          'spring.security.oauth2.resourceserver.jwt.jwk-set-uri',
          'camunda.identity.jwks-url',
        ],
        when: signsIn(name),
        symptom: 'calls of the API with a token get 401',
        cause: 'nothing says where the keys of the tokens are',
        line: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI=<issuer>',
        result: 'info',
      },
      {
        versions: '8.5-8.7',
        provider: 'MICROSOFT',
        container: name,
        key: 'ZEEBE_TOKEN_SCOPE',
        when: settings =>
          ['ZEEBE_CLIENT_ID', 'ZEEBE_AUTHORIZATION_SERVER_URL'].some(
            variable => settings.property(name, variable) !== undefined,
          ),
        symptom:
          'AADSTS90014: the token for Zeebe is refused, and no process can be started or changed',
        cause: 'Entra gives no token without a scope',
        line: 'ZEEBE_TOKEN_SCOPE=<Zeebe’s client ID>/.default',
      },
    ];
  },
);

const GATEWAY: readonly UnsetRule[] = [
  {
    versions: '8.5-8.7',
    container: 'zeebe-gateway',
    key: 'zeebe.gateway.security.authentication.mode',
    or: ['zeebe.broker.gateway.security.authentication.mode'],
    when: signsIn('zeebe-gateway'),
    symptom: 'the gateway takes every call, with a token or without',
    cause: 'nothing is checked unless the mode is identity',
    line: 'ZEEBE_GATEWAY_SECURITY_AUTHENTICATION_MODE=identity',
  },
  profile(
    'zeebe-gateway',
    '8.5-8.7',
    'identity-auth',
    'the REST API of the gateway is not covered by Identity',
    'no profile is set',
  ),
  ...identityClient('zeebe-gateway', '8.5-8.7', {
    prefix: 'zeebe.gateway.security.authentication.identity',
    needs: ['type', 'issuer-backend-url', 'audience', 'base-url'],
  }),
];

const IDENTITY: readonly UnsetRule[] = [
  profile(
    'identity',
    '8.5-',
    'oidc',
    'Identity looks for a Keycloak and does not start',
    'no profile is set',
  ),
  ...identityClient('identity', '8.5-', {
    needs: ['type', 'issuer', 'issuer-backend-url', 'client-id', 'audience'],
    or: {
      type: ['identity.auth-provider.type'],
      issuer: ['identity.auth-provider.issuer-url'],
      'issuer-backend-url': ['identity.auth-provider.backend-url'],
      'client-id': ['identity.client-id'],
    },
  }),
  secret(
    'identity',
    '8.5-',
    'camunda.identity.client-secret',
    'CAMUNDA_IDENTITY_CLIENT_SECRET',
    [
      'identity.client-secret',
      'VALUES_CAMUNDA_IDENTITY_CLIENT_SECRET',
      'CAMUNDA_SECURITY_CERT_AUTH_ENABLED',
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENT_ASSERTION_KEYSTORE_PATH',
    ],
  ),
  {
    versions: '8.5-',
    container: 'identity',
    key: 'identity.url',
    or: ['camunda.identity.base-url'],
    when: signsIn('identity'),
    symptom: 'AADSTS50011 or "Invalid redirect_uri" for /auth/login-callback',
    cause: 'http://localhost:8080 stands',
    line: line(
      'CAMUNDA_IDENTITY_BASE_URL',
      'camunda.identity.base-url',
      '<public URL of Identity>',
    ),
  },
  {
    versions: '8.5-',
    container: 'identity',
    key: 'identity.initial-claim-value',
    or: ['identity.mapping-rules.claim-value'],
    when: signsIn('identity'),
    symptom:
      'nobody is an administrator: 403 in Identity, /noPermission in the others',
    cause: 'nobody is named for the first start',
    line: line(
      'IDENTITY_INITIAL_CLAIM_VALUE',
      'identity.initial-claim-value',
      '<the person’s value of the claim>',
    ),
  },
  {
    versions: '8.5-',
    provider: 'GENERIC',
    container: 'identity',
    key: 'identity.initial-claim-name',
    when: signsIn('identity', says('identity', 'identity.initial-claim-value')),
    symptom: 'nobody is an administrator: 403, /noPermission',
    cause: 'oid stands, a claim that only Entra’s tokens have',
    line: line(
      'IDENTITY_INITIAL_CLAIM_NAME',
      'identity.initial-claim-name',
      '<claim, such as sub or email>',
    ),
  },
];

const OPTIMIZE: readonly UnsetRule[] = [
  ...identityClient('optimize', '8.5-8.9', {
    prefix: 'security.auth.ccsm',
    needs: [
      'type',
      'issuer',
      'issuer-backend-url',
      'client-id',
      'audience',
      'base-url',
    ],
  }),
  secret(
    'optimize',
    '8.5-8.9',
    'camunda.identity.client-secret',
    'CAMUNDA_OPTIMIZE_IDENTITY_CLIENTSECRET',
    ['security.auth.ccsm.client-secret'],
  ),
  {
    versions: '8.10-',
    container: 'optimize',
    key: 'security.auth.ccsm.base-url',
    or: ['camunda.identity.base-url'],
    when: signsIn('optimize'),
    symptom:
      'people cannot be looked up, for instance when they are added to a collection',
    cause: 'nothing says where Management Identity is',
    line: 'CAMUNDA_OPTIMIZE_IDENTITY_BASE_URL=<URL of Management Identity>',
  },
  ...(['issuer-uri', 'client-id'] as const).map(
    (name): UnsetRule => ({
      versions: '8.10-',
      container: 'optimize',
      key: `${OIDC}.${name}`,
      or:
        name === 'issuer-uri'
          ? [
              'security.auth.ccsm.issuer-url',
              'camunda.identity.issuer',
              `${OIDC}.authorization-uri`,
            ]
          : ['security.auth.ccsm.client-id', 'camunda.identity.client-id'],
      when: signsIn('optimize'),
      symptom: name === 'issuer-uri' ? 'sign-in cannot begin' : UNKNOWN_CLIENT,
      cause:
        name === 'issuer-uri'
          ? 'nothing says who the provider is'
          : 'nothing names the application',
      line: line(
        `CAMUNDA_SECURITY_AUTHENTICATION_OIDC_${name
          .replace('-', '')
          .toUpperCase()}`,
        `${OIDC}.${name}`,
        name === 'issuer-uri' ? '<issuer>' : '<client ID>',
      ),
    }),
  ),
  {
    versions: '8.10-',
    container: 'optimize',
    key: `${OIDC}.client-id-claim`,
    when: signsIn('optimize'),
    symptom:
      'machine clients of Optimize’s API get 403: their tokens are taken for those of people',
    cause: 'no claim says that a token is a client’s',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTIDCLAIM',
      `${OIDC}.client-id-claim`,
      'azp or client_id',
    ),
    result: 'info',
  },
  {
    versions: '8.10-',
    container: 'optimize',
    key: `${OIDC}.username-claim`,
    when: signsIn('optimize'),
    symptom:
      'owners of reports change their ID, and people do not find their reports',
    cause: 'sub stands',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERNAMECLAIM',
      `${OIDC}.username-claim`,
      '<claim that 8.9 showed>',
    ),
    result: 'info',
  },
  {
    versions: '8.10-',
    container: 'optimize',
    key: `${OIDC}.audiences`,
    or: ['security.auth.ccsm.audience', 'camunda.identity.audience'],
    when: signsIn('optimize'),
    symptom: 'tokens of clients and of Hub get 401',
    cause: 'no audience but the client ID is accepted',
    line: line(
      'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_AUDIENCES',
      `${OIDC}.audiences`,
      '<client ID>,<audience>,<audience of Hub’s UI>',
    ),
    result: 'info',
  },
];

/** Up to 8.6 by ZEEBE_*, in 8.7 by `camunda.client.zeebe`, later by `camunda.client.auth`. */
const connectors = (settings: Settings) =>
  [
    'ZEEBE_CLIENT_ID',
    'camunda.client.auth.client-id',
    'camunda.client.auth.token-url',
    'camunda.client.auth.audience',
    'camunda.client.auth.issuer',
  ].some(name => settings.property('connectors', name) !== undefined);

const inbound = (settings: Settings) =>
  settings.property('connectors', 'camunda.connector.polling.enabled') !==
    'false' &&
  [
    'camunda.identity.client-id',
    'camunda.identity.audience',
    'operate.client.client-id',
    'operate.client.audience',
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

const CONNECTORS: readonly UnsetRule[] = [
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
];

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

const CLUSTER: readonly UnsetRule[] = [
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

const MODELER_VALUES = {
  url: '<token endpoint>',
  scope: '<Zeebe’s client ID>/.default',
  'audience.zeebe': '<Zeebe’s client ID>',
};

const MODELER: readonly UnsetRule[] = [
  ...(
    [
      [
        'OAUTH2_TYPE',
        'KEYCLOAK stands: sign-in is refused, or gives no access',
        'GENERIC',
      ],
      [
        'OAUTH2_CLIENT_ID',
        'the provider shows that it does not know the client',
        '<client ID of the UI>',
      ],
      [
        'OAUTH2_TOKEN_AUDIENCE',
        '401 after sign-in (aud)',
        '<audience of the UI>',
      ],
      ['OAUTH2_TOKEN_ISSUER', '401 after sign-in (iss)', '<issuer>'],
      [
        'OAUTH2_JWKS_URL',
        '401 after sign-in: no keys to check tokens with',
        '<address of the key set>',
      ],
    ] as const
  ).map(
    ([key, symptom, value]): UnsetRule => ({
      versions: '8.5-8.8',
      container: 'web-modeler-webapp',
      key,
      or: [
        `oAuth2.${
          {
            OAUTH2_TYPE: 'type',
            OAUTH2_CLIENT_ID: 'clientId',
            OAUTH2_TOKEN_AUDIENCE: 'token.audience',
            OAUTH2_TOKEN_ISSUER: 'token.issuer',
            OAUTH2_JWKS_URL: 'token.jwksUrl',
          }[key]
        }`,
      ],
      when: settings => settings.has('web-modeler-webapp'),
      symptom,
      cause: 'the webapp takes it from nowhere else',
      line: `${key}=${value}`,
    }),
  ),
  ...(['base-url', 'type'] as const).map(
    (name): UnsetRule => ({
      versions: '8.5-8.9',
      container: 'web-modeler-restapi',
      key: `camunda.identity.${name}`,
      when: signsIn('web-modeler-restapi'),
      symptom:
        'people sign in and are refused access to the organisation (403, 404, hasAccessToOrganization)',
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
  {
    versions: '8.5-',
    container: 'web-modeler-restapi',
    key: 'spring.security.oauth2.resourceserver.jwt.issuer-uri',
    when: signsIn('web-modeler-restapi'),
    symptom: '401 after sign-in (iss)',
    cause: 'nothing says who issues the tokens',
    line: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI=<issuer>',
  },
  {
    versions: '8.9-8.9',
    container: 'web-modeler-restapi',
    key: 'spring.security.oauth2.resourceserver.jwt.jwk-set-uri',
    when: signsIn('web-modeler-restapi'),
    symptom:
      '401 after sign-in, where the keys are not found through the issuer',
    cause: 'nothing says where the keys are',
    line: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI=<address of the key set>',
    result: 'info',
  },
  {
    versions: '8.9-8.9',
    container: 'web-modeler-restapi',
    key: 'camunda.modeler.oauth2.client-id',
    when: signsIn('web-modeler-restapi'),
    symptom: 'the provider shows that it does not know the client',
    cause: 'nothing names the application of the UI',
    line: 'CAMUNDA_MODELER_OAUTH2_CLIENTID=<client ID of the UI>',
  },
  ...(['url', 'scope', 'audience.zeebe'] as const).map(
    (name): UnsetRule => ({
      versions: '8.6-8.7',
      provider: 'MICROSOFT',
      container: 'web-modeler-restapi',
      key: `camunda.modeler.clusters[n].oauth.${name}`,
      when: settings =>
        settings.property(
          'web-modeler-restapi',
          'camunda.modeler.clusters[n].authentication',
        ) === 'CLIENT_CREDENTIALS',
      symptom:
        'deploying fails: no token for Zeebe (AADSTS90014 without a scope)',
      cause: 'CLIENT_CREDENTIALS needs it',
      line: `CAMUNDA_MODELER_CLUSTERS_0_OAUTH_${name
        .replace('.', '_')
        .toUpperCase()}=${MODELER_VALUES[name]}`,
    }),
  ),
  ...(
    [
      [
        'camunda.hub.server.url',
        'CAMUNDA_HUB_SERVER_URL',
        'AADSTS50011 or "Invalid redirect_uri" for /login-callback',
        '<public URL of Hub>',
        ['camunda.modeler.server.url', 'CAMUNDA_MODELER_SERVER_URL'],
      ],
      [
        'camunda.hub.oauth2.client-id',
        'CAMUNDA_HUB_OAUTH2_CLIENTID',
        'the provider shows that it does not know the client',
        '<client ID of the UI>',
        ['camunda.modeler.oauth2.client-id', 'OAUTH2_CLIENT_ID'],
      ],
      [
        'spring.security.oauth2.resourceserver.jwt.issuer-uri',
        'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI',
        'Hub does not start, or answers 401 after sign-in',
        '<issuer>',
        [],
      ],
      [
        'camunda.hub.security.jwt.audience.internal-api',
        'CAMUNDA_HUB_SECURITY_JWT_AUDIENCE_INTERNALAPI',
        '401 after sign-in (aud)',
        '<audience of the UI>',
        ['camunda.modeler.security.jwt.audience.internal-api'],
      ],
      [
        'camunda.identity.base-url',
        'CAMUNDA_IDENTITY_BASEURL',
        'people sign in and have no access: no permissions from Identity',
        '<URL of Management Identity>',
        [],
      ],
    ] as const
  ).map(
    ([key, variable, symptom, value, or]): UnsetRule => ({
      versions: '8.10-',
      container: 'hub',
      key,
      or,
      when: settings => settings.has('hub'),
      symptom,
      cause: 'Hub takes it from nowhere else',
      line: line(variable, key, value),
    }),
  ),
];

/** Everything of an application's own configuration whose absence breaks sign-in. */
export const UNSET_PROPERTIES: readonly UnsetRule[] = [
  ...IDENTITY,
  ...UP_TO_8_7,
  ...GATEWAY,
  ...OPTIMIZE,
  ...CONNECTORS,
  ...CLUSTER,
  ...MODELER,
];
