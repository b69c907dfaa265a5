import type { UnsetRule } from '../UnsetRule';
import { UNKNOWN_CLIENT, needs, saysOneOf, type Need } from './shared';

const PREFIX = 'camunda.console.oAuth';
const ROWS = [
  [
    'type',
    'GENERIC',
    'KEYCLOAK stands',
    'sign-in goes to paths of Keycloak’s: a white page',
  ],
  ['clientId', '<client ID>', '"console" stands', UNKNOWN_CLIENT],
  [
    'audience',
    '<audience>',
    '"console-api" stands',
    'Console refuses the token after sign-in: a white page, 401',
  ],
  [
    'issuer',
    '<issuer>',
    'nothing says who issues the tokens',
    'Console refuses the token after sign-in: 401',
  ],
  [
    'jwksUri',
    '<address of the key set>',
    'nothing says where the keys are',
    'Console refuses the token after sign-in: 401',
  ],
  [
    'wellKnown',
    '<address of the discovery document>',
    'nothing says where the provider describes itself',
    'sign-in cannot begin: a white page',
  ],
] as const;

/** The two that have one. */
const VARIABLES: Readonly<Record<string, readonly string[]>> = {
  clientId: ['CAMUNDA_IDENTITY_CLIENT_ID'],
  audience: ['CAMUNDA_IDENTITY_AUDIENCE'],
};

/** Console’s own file; it has hardly any variables. */
const OWN_FILE = ROWS.map(
  ([name, value, cause, symptom]): Need => ({
    key: `${PREFIX}.${name}`,
    variable: `${PREFIX}.${name}`,
    value,
    or: VARIABLES[name],
    symptom,
    cause,
  }),
);

export const UNSET_CONSOLE: readonly UnsetRule[] = [
  ...needs(
    'console',
    '8.5-8.9',
    saysOneOf('console', [
      'CAMUNDA_IDENTITY_CLIENT_ID',
      'CAMUNDA_IDENTITY_AUDIENCE',
    ]),
    [
      {
        key: 'CAMUNDA_IDENTITY_CLIENT_ID',
        variable: 'CAMUNDA_IDENTITY_CLIENT_ID',
        value: '<client ID>',
        or: ['camunda.console.oAuth.clientId'],
        symptom: UNKNOWN_CLIENT,
        cause: '"console" stands',
        result: 'info',
      },
      {
        key: 'CAMUNDA_IDENTITY_AUDIENCE',
        variable: 'CAMUNDA_IDENTITY_AUDIENCE',
        value: '<audience>',
        or: ['camunda.console.oAuth.audience'],
        symptom: 'Console refuses the token after sign-in: a white page, 401',
        cause: '"console-api" stands',
        result: 'info',
      },
    ],
  ),
  ...needs(
    'console',
    '8.5-8.9',
    saysOneOf(
      'console',
      OWN_FILE.map(({ key }) => key),
    ),
    OWN_FILE,
  ),
];
