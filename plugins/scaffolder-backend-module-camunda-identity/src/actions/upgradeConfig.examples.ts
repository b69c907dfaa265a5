import { stringify } from 'yaml';

export const examples = [
  {
    description:
      'Rewrite a values file for a later chart; fetch:plain:file brings a team’s own from its repository',
    example: stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the values, in the place of the team’s own',
          action: 'camunda-identity:config:write',
          input: {
            connectionName: 'payments-prod',
            format: 'helm',
            camundaVersion: '8.7',
            path: 'camunda',
          },
        },
        {
          id: 'upgrade',
          name: 'Rewrite them',
          action: 'camunda-identity:config:upgrade',
          input: { path: 'camunda/values.yaml', from: '8.7', to: '8.9' },
        },
      ],
    }),
  },
];
