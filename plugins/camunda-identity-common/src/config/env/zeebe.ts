import type { EnvWriter } from './entries';

/** Chart 8.7, templates/zeebe-gateway: the gateway accepts tokens of the provider. */
export const zeebeEnv: EnvWriter = values => ({
  client: 'zeebe',
  container: 'zeebe-gateway',
  comments: [],
  entries: [
    { name: 'ZEEBE_GATEWAY_SECURITY_AUTHENTICATION_MODE', value: 'identity' },
    { name: 'CAMUNDA_IDENTITY_TYPE', value: values.type },
    {
      name: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
      value: values.issuerBackendUrl,
    },
    { name: 'CAMUNDA_IDENTITY_AUDIENCE', value: values.audience('zeebe') },
  ],
});
