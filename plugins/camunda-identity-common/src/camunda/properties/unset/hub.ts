import type { UnsetRule } from '../UnsetRule';
import { line, needs } from './shared';

export const UNSET_HUB: readonly UnsetRule[] = [
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
  ...needs('hub', '8.10-', settings => settings.has('hub'), [
    {
      key: 'camunda.identity.type',
      variable: 'CAMUNDA_IDENTITY_TYPE',
      value: 'GENERIC',
      symptom:
        'people sign in and are refused access to the organisation (403, 404)',
      cause: 'KEYCLOAK stands',
    },
    {
      key: 'camunda.identity.issuer',
      variable: 'CAMUNDA_IDENTITY_ISSUER',
      value: '<issuer>',
      symptom: 'permissions cannot be asked for: 401',
      cause: 'nothing says who issues the tokens',
      result: 'info',
    },
    {
      key: 'camunda.identity.issuer-backend-url',
      variable: 'CAMUNDA_IDENTITY_ISSUERBACKENDURL',
      value: '<issuer>',
      symptom: 'permissions cannot be asked for: 401',
      cause: 'nothing says where the provider is reached',
      result: 'info',
    },
    {
      key: 'camunda.hub.security.jwt.audience.public-api',
      variable: 'CAMUNDA_HUB_SECURITY_JWT_AUDIENCE_PUBLICAPI',
      value: '<audience of the API>',
      or: ['camunda.modeler.security.jwt.audience.public-api'],
      provider: 'MICROSOFT',
      symptom: 'calls of Hub’s API get 401 (aud)',
      cause:
        '"web-modeler-public-api" stands; the aud of a token of Entra’s is a client ID',
    },
  ]),
];
