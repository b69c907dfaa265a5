import type { EnvWriter } from './entries';

/** Camunda docs 8.8, "Additional considerations". */
export const AUTH_SCOPES = 'CAMUNDA_IDENTITY_AUTH_SCOPES';

/**
 * Page, "Environment variables" of both tabs: keys and order are those of the page.
 */
export const identityEnv: EnvWriter = (values, inKubernetes) => ({
  client: 'identity',
  container: 'identity',
  comments: [
    'Use either environment variables or Helm values, never both.',
    'Once set, the initial claim name and value cannot be updated with environment variables or Helm values;',
    'they can be changed only in the database.',
  ],
  entries: [
    { name: 'CAMUNDA_IDENTITY_TYPE', value: values.type },
    { name: 'CAMUNDA_IDENTITY_BASE_URL', value: values.url('identity') },
    { name: 'CAMUNDA_IDENTITY_ISSUER', value: values.issuer },
    {
      name: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
      value: values.issuerBackendUrl,
      comment: 'this is used for container to container communication',
    },
    { name: 'CAMUNDA_IDENTITY_CLIENT_ID', value: values.clientId('identity') },
    {
      name: 'CAMUNDA_IDENTITY_CLIENT_SECRET',
      value: values.secret('identity', inKubernetes),
    },
    { name: 'CAMUNDA_IDENTITY_AUDIENCE', value: values.audience('identity') },
    { name: 'IDENTITY_INITIAL_CLAIM_NAME', value: values.initialClaimName },
    { name: 'IDENTITY_INITIAL_CLAIM_VALUE', value: values.initialClaimValue },
    { name: 'SPRING_PROFILES_ACTIVE', value: 'oidc' },
    ...(values.customScopes().length
      ? [
          {
            name: AUTH_SCOPES,
            value: values.customScopes().join(' '),
            comment: 'Beyond the page: the provider’s own scopes.',
          },
        ]
      : []),
  ],
});
