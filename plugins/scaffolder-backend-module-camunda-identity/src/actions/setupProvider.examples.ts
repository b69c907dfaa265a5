import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Write Terraform and scripts for the provider of a connection',
    example: stringify({
      steps: [
        {
          id: 'setup',
          name: 'Write what the provider needs',
          action: 'camunda-identity:provider:setup',
          input: {
            connectionName: 'payments-prod',
            workOrder: 'markdown',
            path: 'identity-provider',
          },
        },
      ],
    }),
  },
];
