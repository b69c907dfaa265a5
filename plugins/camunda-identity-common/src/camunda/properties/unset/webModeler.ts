import type { Settings, UnsetRule } from '../UnsetRule';
import { type Need, needs, saysOneOf, signsIn } from './shared';

const has = (container: string) => (settings: Settings) =>
  settings.has(container);

/** Of its own for the cluster, instead of handing on that of the person. */
const asksForTokens = (settings: Settings) =>
  settings.property(
    'web-modeler-restapi',
    'camunda.modeler.clusters[n].authentication',
  ) === 'CLIENT_CREDENTIALS';

const MODELER_VALUES = {
  url: '<token endpoint>',
  scope: '<Zeebe’s client ID>/.default',
  'audience.zeebe': '<Zeebe’s client ID>',
};

export const UNSET_WEB_MODELER: readonly UnsetRule[] = [
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
      when: asksForTokens,
      symptom:
        'deploying fails: no token for Zeebe (AADSTS90014 without a scope)',
      cause: 'CLIENT_CREDENTIALS needs it',
      line: `CAMUNDA_MODELER_CLUSTERS_0_OAUTH_${name
        .replace('.', '_')
        .toUpperCase()}=${MODELER_VALUES[name]}`,
    }),
  ),
  ...needs('web-modeler-webapp', '8.5-8.8', has('web-modeler-webapp'), [
    {
      key: 'server.url',
      variable: 'SERVER_URL',
      value: '<public URL of Web Modeler>',
      symptom: 'AADSTS50011 or "Invalid redirect_uri" for /login-callback',
      cause: 'nothing names the public address',
    },
    {
      key: 'identity.baseUrl',
      variable: 'IDENTITY_BASE_URL',
      value: '<URL of Management Identity>',
      symptom: 'people sign in and are refused access (403)',
      cause: 'nothing says where Management Identity is',
    },
  ]),
  ...needs('web-modeler-restapi', '8.5-8.9', signsIn('web-modeler-restapi'), [
    {
      key: 'camunda.modeler.server.url',
      variable: 'CAMUNDA_MODELER_SERVER_URL',
      value: '<public URL of Web Modeler>',
      or: ['RESTAPI_SERVER_URL'],
      symptom:
        'links in mails lead nowhere; in 8.9, where this container has the UI, "Invalid redirect_uri" for /login-callback',
      cause: 'nothing names the public address',
      result: 'info',
    },
    {
      key: 'camunda.modeler.security.jwt.audience.internal-api',
      variable: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_INTERNAL_API',
      value: '<audience of the UI>',
      provider: 'MICROSOFT',
      symptom: '401 after sign-in (aud)',
      cause:
        '"web-modeler-api" stands; the aud of a token of Entra’s is a client ID',
    },
    {
      key: 'camunda.modeler.security.jwt.audience.public-api',
      variable: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_PUBLIC_API',
      value: '<audience of the API>',
      provider: 'MICROSOFT',
      symptom: 'calls of Web Modeler’s API get 401 (aud)',
      cause:
        '"web-modeler-public-api" stands; the aud of a token of Entra’s is a client ID',
    },
  ]),
  ...needs(
    'web-modeler-restapi',
    '8.6-8.7',
    saysOneOf('web-modeler-restapi', [
      'camunda.modeler.clusters[n].oauth.url',
      'camunda.modeler.clusters[n].oauth.scope',
      'camunda.modeler.clusters[n].oauth.audience.zeebe',
    ]),
    [
      {
        key: 'camunda.modeler.clusters[n].authentication',
        variable: 'CAMUNDA_MODELER_CLUSTERS_0_AUTHENTICATION',
        value: 'CLIENT_CREDENTIALS',
        provider: 'MICROSOFT',
        symptom:
          'deploying fails with 401: the token of the person, which is handed on, is for Web Modeler',
        cause: 'nothing says that Web Modeler asks for tokens itself',
      },
      ...(['operate', 'tasklist'] as const).map(
        (name): Need => ({
          when: asksForTokens,
          key: `camunda.modeler.clusters[n].oauth.audience.${name}`,
          variable: `CAMUNDA_MODELER_CLUSTERS_0_OAUTH_AUDIENCE_${name.toUpperCase()}`,
          value: `<audience of ${name === 'operate' ? 'Operate' : 'Tasklist'}>`,
          provider: 'MICROSOFT',
          symptom: `Web Modeler does not reach ${
            name === 'operate' ? 'Operate' : 'Tasklist'
          }: 401`,
          cause: 'no audience is asked for',
          result: 'info',
        }),
      ),
    ],
  ),
];
