import { identityAddress } from './shared';
import type { SettingsWriter } from './types';

/** Chart 8.7, templates/zeebe-gateway: the gateway accepts tokens of the provider. */
export const zeebeSettings: SettingsWriter = values => ({
  client: 'zeebe',
  container: 'zeebe-gateway',
  comments: [],
  settings: [
    {
      name: 'ZEEBE_GATEWAY_SECURITY_AUTHENTICATION_MODE',
      property: 'zeebe.gateway.security.authentication.mode',
      value: 'identity',
      comment:
        'A gateway of its own. Where the broker is the gateway: ZEEBE_BROKER_GATEWAY_SECURITY_AUTHENTICATION_MODE, or it takes every call.',
    },
    {
      name: 'SPRING_PROFILES_ACTIVE',
      property: 'spring.profiles.active',
      value: 'identity-auth',
    },
    {
      name: 'CAMUNDA_IDENTITY_TYPE',
      property: 'camunda.identity.type',
      value: values.type,
    },
    identityAddress(values, {
      name: 'CAMUNDA_IDENTITY_BASEURL',
      property: 'camunda.identity.baseUrl',
    }),
    {
      name: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
      property: 'camunda.identity.issuerBackendUrl',
      value: values.issuerBackendUrl,
    },
    {
      name: 'CAMUNDA_IDENTITY_AUDIENCE',
      property: 'camunda.identity.audience',
      value: values.audience('zeebe'),
    },
  ],
});
