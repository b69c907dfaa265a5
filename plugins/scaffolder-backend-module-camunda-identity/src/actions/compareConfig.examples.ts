import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Compare the values that a team runs with its connection',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the values',
          action: 'fetch:plain:file',
          input: {
            url: 'https://github.com/example/payments-gitops/blob/main/camunda/values.yaml',
            targetPath: 'values.yaml',
          },
        },
        {
          id: 'compare',
          name: 'Compare them',
          action: 'camunda-identity:config:compare',
          input: {
            connectionName: 'payments-prod',
            path: 'values.yaml',
            format: 'helm',
          },
        },
      ],
    }),
  },
];
