import type { EnvWriter } from './entries';

/** Optimize's own variables up to 8.9 (Camunda docs 8.7, Optimize system configuration). */
const ownEnv: EnvWriter = (values, inKubernetes) => ({
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
      internalAddress: true,
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

/** 8.10: the variables of the cluster; the old ones are bridged until 8.11. */
const clusterStyleEnv: EnvWriter = (values, inKubernetes) => ({
  client: 'optimize',
  container: 'optimize',
  comments: [],
  entries: [
    { name: 'SPRING_PROFILES_ACTIVE', value: 'ccsm' },
    {
      name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_ISSUERURI',
      value: values.issuer,
    },
    {
      name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTID',
      value: values.clientId('optimize'),
    },
    {
      name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTSECRET',
      value: values.secret('optimize', inKubernetes),
    },
    {
      name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_AUDIENCES',
      value: values.audience('optimize'),
    },
  ],
});

export const optimizeEnv: EnvWriter = (values, inKubernetes) =>
  values.version === '8.10'
    ? clusterStyleEnv(values, inKubernetes)
    : ownEnv(values, inKubernetes);
