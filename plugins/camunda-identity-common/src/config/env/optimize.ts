import type { EnvWriter } from './entries';

/** Optimize's own variables (Camunda docs 8.7, Optimize system configuration). */
export const optimizeEnv: EnvWriter = (values, inKubernetes) => ({
  client: 'optimize',
  container: 'optimize',
  comments: [],
  entries: [
    { name: 'SPRING_PROFILES_ACTIVE', value: 'ccsm' },
    { name: 'CAMUNDA_IDENTITY_TYPE', value: values.type },
    { name: 'CAMUNDA_OPTIMIZE_IDENTITY_ISSUER_URL', value: values.issuer },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_ISSUER_BACKEND_URL',
      value: values.issuerBackendUrl,
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_CLIENTID',
      value: values.clientId('optimize'),
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_CLIENTSECRET',
      value: values.secret('optimize', inKubernetes),
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_AUDIENCE',
      value: values.audience('optimize'),
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_BASE_URL',
      value: values.url('identity'),
    },
    {
      name: 'CAMUNDA_OPTIMIZE_IDENTITY_REDIRECT_ROOT_URL',
      value: values.url('optimize'),
    },
    {
      name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI',
      value: values.jwksUrl,
    },
  ],
});
