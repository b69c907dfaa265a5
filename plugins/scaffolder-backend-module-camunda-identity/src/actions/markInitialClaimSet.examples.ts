import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Record that Camunda has started',
    example: stringify({
      steps: [
        {
          id: 'mark',
          name: 'Mark the initial claim as applied',
          action: 'camunda-identity:initial-claim:mark-set',
          input: { connectionName: 'payments-prod' },
        },
      ],
    }),
  },
];
