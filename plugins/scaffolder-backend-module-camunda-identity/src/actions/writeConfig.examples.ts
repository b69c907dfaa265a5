import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Write Helm values for a connection',
    example: stringify({
      steps: [
        {
          id: 'config',
          name: 'Write Helm values',
          action: 'camunda-identity:config:write',
          input: {
            connectionName: 'payments-prod',
            format: 'helm',
            path: 'camunda',
          },
        },
      ],
    }),
  },
  {
    description: 'Write the variables of one application for another version',
    example: stringify({
      steps: [
        {
          id: 'config',
          name: 'Write environment variables',
          action: 'camunda-identity:config:write',
          input: {
            connectionName: 'payments-prod',
            format: 'env',
            component: 'identity',
            camundaVersion: '8.8',
          },
        },
      ],
    }),
  },
];
