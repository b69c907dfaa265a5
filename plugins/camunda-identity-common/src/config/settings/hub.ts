import { identityAddress, resourceServer } from './shared';
import type { SettingsWriter } from './types';

/**
 * Camunda docs 8.10, "Camunda Hub properties"; one container for UI and API. The names of Web Modeler
 * (CAMUNDA_MODELER_*) are still translated, with a warning.
 */
export const hubSettings: SettingsWriter = values => ({
  client: 'hub.ui',
  container: 'hub',
  comments: [],
  settings: [
    {
      name: 'CAMUNDA_IDENTITY_TYPE',
      property: 'camunda.identity.type',
      value: values.type,
    },
    identityAddress(values, {
      name: 'CAMUNDA_IDENTITY_BASEURL',
      property: 'camunda.identity.base-url',
    }),
    {
      name: 'CAMUNDA_IDENTITY_ISSUER',
      property: 'camunda.identity.issuer',
      value: values.issuer,
    },
    {
      name: 'CAMUNDA_IDENTITY_ISSUERBACKENDURL',
      property: 'camunda.identity.issuer-backend-url',
      value: values.issuerBackendUrl,
    },
    {
      name: 'CAMUNDA_IDENTITY_USERNAMECLAIM',
      property: 'camunda.identity.username-claim',
      value: values.displayNameClaim(),
      repeated: true,
      comment: 'The name that people see, as in the chart.',
    },
    ...resourceServer(values, values.issuer, 'ISSUERURI'),
    {
      name: 'CAMUNDA_HUB_OAUTH2_CLIENTID',
      property: 'camunda.hub.oauth2.client-id',
      value: values.clientId('hub.ui'),
    },
    {
      name: 'CAMUNDA_HUB_SECURITY_JWT_AUDIENCE_INTERNALAPI',
      property: 'camunda.hub.security.jwt.audience.internal-api',
      value: values.audience('hub.ui'),
    },
    {
      name: 'CAMUNDA_HUB_SECURITY_JWT_AUDIENCE_PUBLICAPI',
      property: 'camunda.hub.security.jwt.audience.public-api',
      value: values.audience('hub.api'),
    },
    {
      name: 'CAMUNDA_HUB_SERVER_URL',
      property: 'camunda.hub.server.url',
      value: values.url('hub.ui'),
    },
  ],
});
