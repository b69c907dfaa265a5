import type { EnvWriter } from './entries';

/** Camunda docs 8.10, "Hub configuration"; one container for UI and API. */
export const hubEnv: EnvWriter = values => ({
  client: 'hub.ui',
  container: 'hub',
  comments: [],
  entries: [
    { name: 'CAMUNDA_IDENTITY_TYPE', value: values.type },
    {
      name: 'CAMUNDA_IDENTITY_BASEURL',
      value: values.url('identity'),
      comment:
        'The address under which this container reaches Identity; the internal one where there is one.',
      internalAddress: true,
    },
    { name: 'CAMUNDA_IDENTITY_ISSUER', value: values.issuer },
    {
      name: 'CAMUNDA_IDENTITY_ISSUERBACKENDURL',
      value: values.issuerBackendUrl,
    },
    {
      name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI',
      value: values.issuer,
    },
    {
      name: 'CAMUNDA_MODELER_OAUTH2_CLIENT_ID',
      value: values.clientId('hub.ui'),
    },
    {
      name: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_INTERNAL_API',
      value: values.audience('hub.ui'),
    },
    {
      name: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_PUBLIC_API',
      value: values.audience('hub.api'),
    },
    { name: 'CAMUNDA_MODELER_SERVER_URL', value: values.url('hub.ui') },
  ],
});
