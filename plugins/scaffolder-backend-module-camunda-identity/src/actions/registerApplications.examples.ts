import { stringify } from 'yaml';

export const examples = [
  {
    description:
      'Register what has no client ID yet; the token was entered in a field of the type Secret',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the applications',
          action: 'camunda-identity:provider:register',
          input: {
            connectionName: 'payments-prod',
            secretName: 'initialAccessToken',
          },
        },
      ],
    }),
  },
];
