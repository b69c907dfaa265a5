import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Show what another step has written',
    example: stringify({
      steps: [
        {
          id: 'config',
          name: 'Write environment variables',
          action: 'camunda-identity:config:write',
          input: {
            connectionName: 'payments-prod',
            format: 'env',
            path: 'camunda-identity',
          },
        },
        {
          id: 'show',
          name: 'Show what was written',
          action: 'camunda-identity:files:show',
          input: { paths: ['camunda-identity'] },
        },
      ],
    }),
  },
];
