import type { Settings, UnsetRule } from '../UnsetRule';
import { type Need, needs, saysOneOf } from './shared';

/** Connectors take what is triggered from outside as well: they poll Operate. */
export const inbound = (settings: Settings) =>
  settings.property('connectors', 'camunda.connector.polling.enabled') !==
    'false' &&
  saysOneOf('connectors', [
    'camunda.identity.client-id',
    'camunda.identity.audience',
    'operate.client.client-id',
    'operate.client.audience',
  ])(settings);

const NO_OPERATE = 'polling of Operate fails: no token, or 401';

/** A token for Operate. In 8.7 `operate.client` has settings of its own for it. */
const OPERATE_IDENTITY: readonly Need[] = [
  {
    key: 'camunda.identity.client-id',
    variable: 'CAMUNDA_IDENTITY_CLIENT_ID',
    value: '<client ID>',
    or: ['operate.client.client-id'],
    symptom: NO_OPERATE,
    cause: 'nothing names the application',
  },
  {
    key: 'camunda.identity.client-secret',
    variable: 'CAMUNDA_IDENTITY_CLIENT_SECRET',
    value: '${…}, from a Secret',
    or: ['operate.client.client-secret'],
    symptom: 'the provider answers invalid_client (AADSTS7000218)',
    cause: 'the file has no secret; it may come from elsewhere',
    result: 'info',
  },
  {
    key: 'camunda.identity.audience',
    variable: 'CAMUNDA_IDENTITY_AUDIENCE',
    value: '<Operate’s audience>',
    or: ['operate.client.audience'],
    symptom: NO_OPERATE,
    cause: 'no audience is asked for',
  },
  {
    key: 'camunda.identity.issuer-backend-url',
    variable: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
    value: '<issuer>',
    or: ['operate.client.auth-url'],
    symptom: NO_OPERATE,
    cause: 'nothing says where the provider is reached',
  },
  {
    key: 'camunda.identity.issuer',
    variable: 'CAMUNDA_IDENTITY_ISSUER',
    value: '<issuer>',
    or: ['operate.client.auth-url'],
    symptom: NO_OPERATE,
    cause: 'nothing says who issues the tokens',
  },
];

const OPERATE_CLIENT: readonly Need[] = (
  [
    ['base-url', '<URL of Operate>', 'nothing says where Operate is'],
    ['auth-url', '<token endpoint>', 'nothing says where there are tokens'],
    ['audience', '<Operate’s audience>', 'no audience is asked for'],
    ['client-id', '<client ID>', 'nothing names the application'],
    [
      'client-secret',
      '${…}, from a Secret',
      'the file has no secret; it may come from elsewhere',
    ],
  ] as const
).map(([name, value, cause]) => ({
  key: `operate.client.${name}`,
  variable: `OPERATE_CLIENT_${name.replace('-', '').toUpperCase()}`,
  value,
  symptom: NO_OPERATE,
  cause,
  result: name === 'client-secret' ? 'info' : 'warn',
}));

/** 8.7: Operate is asked with a token of the provider’s. */
const operateClient = (settings: Settings) =>
  settings.property('connectors', 'operate.client.enabled') !== 'false' &&
  settings.property('connectors', 'operate.client.profile') !== 'simple' &&
  saysOneOf(
    'connectors',
    OPERATE_CLIENT.map(({ key }) => key),
  )(settings);

export const UNSET_CONNECTORS_INBOUND: readonly UnsetRule[] = [
  ...needs('connectors', '8.5-8.6', inbound, [
    {
      key: 'camunda.operate.client.url',
      variable: 'CAMUNDA_OPERATE_CLIENT_URL',
      value: '<URL of Operate>',
      symptom: 'polling of Operate fails: connection refused at localhost',
      cause: 'nothing says where Operate is',
    },
  ]),
  ...needs('connectors', '8.5-8.7', inbound, OPERATE_IDENTITY),
  ...needs('connectors', '8.7-8.7', operateClient, OPERATE_CLIENT),
];
