import { stringify } from 'yaml';

export const examples = [
  {
    description:
      'Check a connection, and stop only where the provider cannot be used',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the connection',
          action: 'camunda-identity:provider:check',
          input: { connectionName: 'payments-prod', failOn: 'provider' },
        },
      ],
    }),
  },
  {
    description: 'Look at a provider before anything is registered',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the provider',
          action: 'camunda-identity:provider:check',
          input: {
            provider: {
              type: 'GENERIC',
              issuer: 'https://idp.example.com/realms/payments',
            },
            failOn: 'never',
          },
        },
      ],
    }),
  },
];
