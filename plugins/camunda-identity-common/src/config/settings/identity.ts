import { hasOrchestrationCluster } from '../../camunda';
import { PRESET_AUDIENCES } from '../../camunda/presetAudiences';
import type { ConfigSource } from '../ConfigSource';
import { identityCertificate } from './certificate';
import type { Setting, SettingsWriter } from './types';

/** Camunda docs 8.8, "Additional considerations". */
export const AUTH_SCOPES = 'CAMUNDA_IDENTITY_AUTH_SCOPES';

/** Only the file has them: the pages of 8.8 and later show them in application.yaml. */
function endpoints(values: ConfigSource): Setting[] {
  // Asked for only where it is written: what is not known is a finding.
  return (['authUrl', 'tokenUrl', 'jwksUrl'] as const).map(name => ({
    property: `camunda.identity.${name}`,
    get value() {
      return values[name];
    },
  }));
}

/** What the page's block leaves to the reader. */
function beyondThePage(values: ConfigSource): Setting[] {
  const scopes = values.customScopes();
  return [
    {
      name: 'IDENTITY_URL',
      property: 'identity.url',
      value: values.url('identity'),
      repeated: true,
      comment:
        'Beyond the page: Identity’s own address, else http://localhost:8080; redirect URIs begin with it.',
    },
    ...(scopes.length
      ? [
          {
            name: AUTH_SCOPES,
            property: 'camunda.identity.authScopes',
            value: scopes.join(' '),
            comment: 'Beyond the page: the provider’s own scopes.',
          },
        ]
      : []),
  ];
}

/** APIs whose audience is another one than Identity’s image takes them for. */
function presetAudiences(values: ConfigSource): Setting[] {
  if (hasOrchestrationCluster(values.version)) return [];
  return PRESET_AUDIENCES.filter(
    ({ client, audience }) =>
      values.has(client) && values.audience(client) !== audience,
  ).map(({ client, variable }, index) => ({
    name: variable,
    property: variable,
    value: values.audience(client),
    repeated: true,
    comment:
      index === 0
        ? 'Beyond the page: Identity looks permissions up by audience, and its image knows these APIs by other ones.'
        : undefined,
  }));
}

/**
 * Page, "Environment variables" of both tabs: keys and order are those of the page. What more the chart gives
 * follows.
 */
export const identitySettings: SettingsWriter = (values, inKubernetes) => {
  const certificate = values.certificate('identity');
  return {
    client: 'identity',
    container: 'identity',
    comments: [
      'Use either environment variables or Helm values, never both.',
      'Once set, the initial claim name and value cannot be updated with environment variables or Helm values;',
      'they can be changed only in the database.',
    ],
    settings: [
      {
        name: 'CAMUNDA_IDENTITY_TYPE',
        property: 'camunda.identity.type',
        value: values.type,
      },
      {
        name: 'CAMUNDA_IDENTITY_BASE_URL',
        property: 'camunda.identity.baseUrl',
        value: values.url('identity'),
      },
      {
        name: 'CAMUNDA_IDENTITY_ISSUER',
        property: 'camunda.identity.issuer',
        value: values.issuer,
      },
      {
        name: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
        property: 'camunda.identity.issuerBackendUrl',
        value: values.issuerBackendUrl,
        comment: 'this is used for container to container communication',
      },
      ...(hasOrchestrationCluster(values.version) ? endpoints(values) : []),
      {
        name: 'CAMUNDA_IDENTITY_CLIENT_ID',
        property: 'camunda.identity.clientId',
        value: values.clientId('identity'),
      },
      ...(certificate
        ? []
        : [
            {
              name: 'CAMUNDA_IDENTITY_CLIENT_SECRET',
              property: 'camunda.identity.clientSecret',
              value: values.secret('identity', inKubernetes),
            },
          ]),
      {
        name: 'CAMUNDA_IDENTITY_AUDIENCE',
        property: 'camunda.identity.audience',
        value: values.audience('identity'),
      },
      {
        name: 'IDENTITY_INITIAL_CLAIM_NAME',
        property: 'identity.initialClaimName',
        value: values.initialClaimName,
      },
      {
        name: 'IDENTITY_INITIAL_CLAIM_VALUE',
        property: 'identity.initialClaimValue',
        value: values.initialClaimValue,
      },
      {
        name: 'SPRING_PROFILES_ACTIVE',
        property: 'spring.profiles.active',
        value: 'oidc',
      },
      ...beyondThePage(values),
      ...presetAudiences(values),
      ...(certificate ? identityCertificate(values, certificate) : []),
    ],
  };
};
