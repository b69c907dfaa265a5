import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Find the connection of a system',
    example: stringify({
      steps: [
        {
          id: 'find',
          name: 'Find the connection',
          action: 'camunda-identity:connection:find',
          input: { entityRef: 'system:default/payments-camunda' },
        },
      ],
    }),
  },
];
