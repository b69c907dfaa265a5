import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Keep the next secret of a client beside the current one',
    example: stringify({
      steps: [
        {
          id: 'store',
          name: 'Store the new secret',
          action: 'camunda-identity:secret:store',
          input: {
            connectionName: 'payments-prod',
            client: 'identity',
            secretName: 'clientSecret',
            expiresAt: '2027-11-26T00:00:00Z',
            slot: 'next',
          },
        },
      ],
    }),
  },
];
