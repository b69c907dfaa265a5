import type { UnsetRule } from '../UnsetRule';
import {
  OIDC,
  UNKNOWN_CLIENT,
  identityClient,
  line,
  needs,
  saysOneOf,
  secret,
  signsIn,
} from './shared';

/** Optimize’s own settings stand in a file of their own, beside that of camunda.identity; variables set both. */
const ownSettings = saysOneOf('optimize', [
  'security.auth.ccsm.issuerUrl',
  'security.auth.ccsm.clientId',
  'security.auth.ccsm.redirectRootUrl',
  'api.audience',
  'api.jwtSetUri',
]);

export const UNSET_OPTIMIZE: readonly UnsetRule[] = [
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
  ...needs('optimize', '8.5-8.9', ownSettings, [
    {
      key: 'security.auth.ccsm.redirectRootUrl',
      variable: 'CAMUNDA_OPTIMIZE_IDENTITY_REDIRECT_ROOT_URL',
      value: '<public URL of Optimize>',
      symptom:
        'AADSTS50011 or "Invalid redirect_uri" for /api/authentication/callback, behind a proxy or under a path',
      cause: 'the address is taken from the request',
      result: 'info',
    },
    {
      key: 'api.audience',
      variable: 'CAMUNDA_OPTIMIZE_API_AUDIENCE',
      value: '<audience>',
      symptom: 'calls of Optimize’s API with a token get 401',
      cause: 'nothing names the audience of the API',
      result: 'info',
    },
    {
      key: 'api.jwtSetUri',
      variable: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI',
      value: '<address of the key set>',
      symptom: 'calls of Optimize’s API with a token get 401',
      cause: 'nothing says where the keys of the tokens are',
      result: 'info',
    },
  ]),
  secret(
    'optimize',
    '8.10-',
    `${OIDC}.client-secret`,
    'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTSECRET',
    [
      'camunda.identity.client-secret',
      'security.auth.ccsm.client-secret',
      `${OIDC}.assertion.keystore.path`,
      `${OIDC}.client-authentication-method`,
    ],
  ),
  ...needs('optimize', '8.10-', signsIn('optimize'), [
    {
      key: 'camunda.identity.type',
      variable: 'CAMUNDA_IDENTITY_TYPE',
      value: 'GENERIC',
      symptom: 'people are looked up at paths of Keycloak’s (404)',
      cause: 'KEYCLOAK stands',
      result: 'info',
    },
    {
      key: `${OIDC}.redirect-uri`,
      variable: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_REDIRECTURI',
      value: '<public URL of Optimize>/api/authentication/callback',
      or: ['security.auth.ccsm.redirectRootUrl'],
      symptom:
        'AADSTS50011 or "Invalid redirect_uri" behind a proxy that hides the public host',
      cause: 'the address is taken from the request',
      result: 'info',
    },
    {
      key: `${OIDC}.scope`,
      variable: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_SCOPE',
      value: 'openid,profile,offline_access,<client ID>/.default',
      provider: 'MICROSOFT',
      symptom: 'sign-in goes round in circles, or tokens get 401 (aud)',
      cause: 'the token is made for Microsoft Graph, not for Optimize',
    },
  ]),
  ...needs(
    'optimize',
    '8.10-',
    signsIn(
      'optimize',
      settings =>
        settings.property('optimize', `${OIDC}.client-id-claim`) === 'azp',
    ),
    [
      {
        key: `${OIDC}.prefer-username-claim`,
        variable: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_PREFERUSERNAMECLAIM',
        value: 'true',
        provider: 'MICROSOFT',
        symptom: 'people count as the application: signed in, no permissions',
        cause: 'false stands, and azp is in the tokens of people, too',
      },
    ],
  ),
];
