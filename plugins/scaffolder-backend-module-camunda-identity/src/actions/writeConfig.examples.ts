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
            // eslint-disable-next-line no-template-curly-in-string
            connectionId: '${{ steps.register.output.id }}',
            format: 'helm',
            path: 'camunda',
          },
        },
      ],
    }),
  },
];
