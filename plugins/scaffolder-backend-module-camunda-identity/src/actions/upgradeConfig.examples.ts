import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Rewrite a values file for a later chart',
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
          id: 'upgrade',
          name: 'Rewrite them',
          action: 'camunda-identity:config:upgrade',
          input: { path: 'values.yaml', from: '8.7', to: '8.9' },
        },
      ],
    }),
  },
];
