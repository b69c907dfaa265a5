import type { ConfigSource } from '../ConfigSource';
import type { EnvWriter } from './entries';

/** 8.9 has no webapp container any more; restapi takes the UI's client ID. */
function isOneContainer(values: ConfigSource): boolean {
  return values.version === '8.9';
}

/** Page, row "Web Modeler": required variables of the webapp container. */
const webappEnv: EnvWriter = values => ({
  client: 'webModeler.ui',
  container: 'web-modeler-webapp',
  comments: [],
  entries: [
    { name: 'OAUTH2_CLIENT_ID', value: values.clientId('webModeler.ui') },
    { name: 'OAUTH2_JWKS_URL', value: values.jwksUrl },
    { name: 'OAUTH2_TOKEN_AUDIENCE', value: values.audience('webModeler.ui') },
    { name: 'OAUTH2_TOKEN_ISSUER', value: values.issuer },
    { name: 'OAUTH2_TYPE', value: values.type },
  ],
});

/** Page, row "Web Modeler": required variables of the restapi container. */
export const webModelerApiEnv: EnvWriter = values => ({
  client: 'webModeler.api',
  container: 'web-modeler-restapi',
  comments: [],
  entries: [
    {
      name: 'CAMUNDA_IDENTITY_BASEURL',
      value: values.url('identity'),
      comment:
        'The address under which this container reaches Identity; the internal one where there is one.',
      internalAddress: true,
    },
    { name: 'CAMUNDA_IDENTITY_TYPE', value: values.type },
    {
      name: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_INTERNAL_API',
      value: values.audience('webModeler.ui'),
    },
    {
      name: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_PUBLIC_API',
      value: values.audience('webModeler.api'),
    },
    {
      name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI',
      value: values.issuer,
    },
    ...(isOneContainer(values)
      ? [
          {
            name: 'OAUTH2_CLIENT_ID',
            value: values.clientId('webModeler.ui'),
          },
        ]
      : []),
  ],
});

/** Variables that the UI needs, in whichever container it has. */
export const webModelerUiEnv: EnvWriter = (values, inKubernetes) =>
  isOneContainer(values)
    ? webModelerApiEnv(values, inKubernetes)
    : webappEnv(values, inKubernetes);
