import { stringify } from 'yaml';

export const examples = [
  {
    description:
      'Compare the values that a team runs with its connection; fetch:plain:file brings them from its repository',
    example: stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the values, in the place of the team’s own',
          action: 'camunda-identity:config:write',
          input: {
            connectionName: 'payments-prod',
            format: 'helm',
            path: 'camunda',
          },
        },
        {
          id: 'compare',
          name: 'Compare them',
          action: 'camunda-identity:config:compare',
          input: {
            connectionName: 'payments-prod',
            path: 'camunda/values.yaml',
            format: 'helm',
          },
        },
      ],
    }),
  },
];
