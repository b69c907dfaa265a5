import { stringify } from 'yaml';

export const examples = [
  {
    description: 'Register a connection to any OpenID provider',
    example: stringify({
      steps: [
        {
          id: 'register',
          name: 'Register the connection',
          action: 'camunda-identity:connection:create',
          input: {
            name: 'refunds-test',
            entityRef: 'system:default/refunds-camunda',
            camundaVersion: '8.7',
            provider: {
              type: 'GENERIC',
              issuer: 'https://idp.example.com/realms/payments',
            },
            components: {
              identity: {
                url: 'https://identity.example.com',
                clientId: 'camunda-identity',
                audience: 'camunda-identity',
                secret: {
                  kubernetesSecret: {
                    name: 'camunda-oidc',
                    key: 'identity-secret',
                  },
                },
              },
            },
            initialClaim: {
              name: 'oid',
              value: '7f3c1d52-1111-4222-8333-944455556666',
            },
          },
        },
      ],
    }),
  },
];
