import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Note a new Camunda version',
    example: stringify({
      steps: [
        {
          id: 'update',
          name: 'Change the connection',
          action: 'camunda-identity:connection:update',
          input: {
            connectionName: 'payments-prod',
            patch: { camundaVersion: '8.9' },
          },
        },
      ],
    }),
  },
];
