import type { UnsetRule } from '../UnsetRule';
import {
  identityClient,
  needs,
  profile,
  saysOneOf,
  secret,
  signsIn,
} from './shared';

/** Operate and Tasklist reach Zeebe with an application’s token. */
const ZEEBE_CLIENT = [
  'ZEEBE_CLIENT_ID',
  'ZEEBE_CLIENT_SECRET',
  'ZEEBE_AUTHORIZATION_SERVER_URL',
  'ZEEBE_TOKEN_AUDIENCE',
];

export const UNSET_WEB_APPLICATIONS = (
  ['operate', 'tasklist'] as const
).flatMap((name): UnsetRule[] => {
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
    ...needs(name, '8.5-8.7', saysOneOf(name, ZEEBE_CLIENT), [
      ...(
        [
          ['ZEEBE_CLIENT_ID', '<Zeebe’s client ID>'],
          ['ZEEBE_AUTHORIZATION_SERVER_URL', '<token endpoint>'],
          ['ZEEBE_TOKEN_AUDIENCE', '<Zeebe’s audience>'],
        ] as const
      ).map(([variable, value]) => ({
        key: variable,
        variable,
        value,
        symptom:
          'Zeebe answers UNAUTHENTICATED: no process can be started or changed',
        cause: 'the client for Zeebe has nothing to ask for a token with',
      })),
      {
        key: 'ZEEBE_CLIENT_SECRET',
        variable: 'ZEEBE_CLIENT_SECRET',
        value: '${…}, from a Secret',
        symptom: 'the provider answers invalid_client (AADSTS7000218)',
        cause: 'the file has no secret; it may come from elsewhere',
        result: 'info' as const,
      },
    ]),
  ];
});
