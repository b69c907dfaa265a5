import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Note when a client secret expires',
    example: stringify({
      steps: [
        {
          id: 'update',
          name: 'Change the connection',
          action: 'camunda-identity:connection:update',
          input: {
            connectionName: 'payments-prod',
            patch: {
              components: {
                identity: { secret: { expiresAt: '2027-11-26T00:00:00Z' } },
              },
            },
          },
        },
      ],
    }),
  },
];
