import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Stop the task where the provider cannot be used',
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
          },
        },
      ],
    }),
  },
];
