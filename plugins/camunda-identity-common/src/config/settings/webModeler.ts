import {
  hasOneWebModelerContainer,
  hasWebModelerClusterTokens,
} from '../../camunda/traits';
import type { ConfigSource } from '../ConfigSource';
import { identityAddress } from './shared';
import type { Setting, SettingsWriter } from './types';

/** Page, row "Web Modeler": required variables of the webapp container; its addresses follow. */
const webappSettings: SettingsWriter = values => ({
  client: 'webModeler.ui',
  container: 'web-modeler-webapp',
  comments: [],
  settings: [
    { name: 'OAUTH2_CLIENT_ID', value: values.clientId('webModeler.ui') },
    { name: 'OAUTH2_JWKS_URL', value: values.jwksUrl },
    { name: 'OAUTH2_TOKEN_AUDIENCE', value: values.audience('webModeler.ui') },
    { name: 'OAUTH2_TOKEN_ISSUER', value: values.issuer },
    { name: 'OAUTH2_TYPE', value: values.type },
    identityAddress(values, { name: 'IDENTITY_BASE_URL' }),
    { name: 'SERVER_URL', value: values.url('webModeler.ui') },
  ],
});

/**
 * Web Modeler's own way into the cluster. At Entra a person's token has one audience and cannot be passed on,
 * so it asks for tokens itself (page of 8.6 and 8.7, row "Web Modeler").
 */
function clusterClient(values: ConfigSource): Setting[] {
  if (
    values.type !== 'MICROSOFT' ||
    !hasWebModelerClusterTokens(values.version) ||
    !values.has('zeebe')
  )
    return [];
  const of = (name: string, key: string) => ({
    name: `CAMUNDA_MODELER_CLUSTERS_0_${name}`,
    property: `camunda.modeler.clusters[0].${key}`,
    repeated: true as const,
  });
  const audience = (client: 'zeebe' | 'operate' | 'tasklist'): Setting[] =>
    values.has(client)
      ? [
          {
            ...of(
              `OAUTH_AUDIENCE_${client.toUpperCase()}`,
              `oauth.audience.${client}`,
            ),
            value: values.audience(client),
          },
        ]
      : [];
  return [
    {
      ...of('AUTHENTICATION', 'authentication'),
      value: 'CLIENT_CREDENTIALS',
      comment:
        'The cluster that Web Modeler deploys to. Yours to add: _ID, _NAME, _VERSION, _URL_ZEEBE_GRPC, _URL_ZEEBE_REST, _URL_OPERATE and _URL_TASKLIST, each behind CAMUNDA_MODELER_CLUSTERS_0. People enter client ID and secret when they deploy.',
    },
    { ...of('OAUTH_URL', 'oauth.url'), value: values.tokenUrl },
    {
      ...of('OAUTH_SCOPE', 'oauth.scope'),
      value: values.tokenScope('zeebe') ?? '',
    },
    ...audience('zeebe'),
    ...audience('operate'),
    ...audience('tasklist'),
  ];
}

/** Page, row "Web Modeler": required variables of the restapi container; what more the chart gives follows. */
export const webModelerApiSettings: SettingsWriter = values => ({
  client: 'webModeler.api',
  container: 'web-modeler-restapi',
  comments: [],
  settings: [
    identityAddress(values, {
      name: 'CAMUNDA_IDENTITY_BASEURL',
      property: 'camunda.identity.base-url',
    }),
    {
      name: 'CAMUNDA_IDENTITY_TYPE',
      property: 'camunda.identity.type',
      value: values.type,
    },
    {
      name: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_INTERNAL_API',
      property: 'camunda.modeler.security.jwt.audience.internal-api',
      value: values.audience('webModeler.ui'),
    },
    {
      name: 'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_PUBLIC_API',
      property: 'camunda.modeler.security.jwt.audience.public-api',
      value: values.audience('webModeler.api'),
    },
    {
      name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI',
      property: 'spring.security.oauth2.resourceserver.jwt.issuer-uri',
      value: values.issuer,
    },
    ...(hasOneWebModelerContainer(values.version)
      ? [
          {
            name: 'OAUTH2_CLIENT_ID',
            property: 'camunda.modeler.oauth2.client-id',
            value: values.clientId('webModeler.ui'),
          },
        ]
      : []),
    {
      name: 'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI',
      property: 'spring.security.oauth2.resourceserver.jwt.jwk-set-uri',
      value: values.jwksUrl,
    },
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
      name: 'CAMUNDA_MODELER_SECURITY_JWT_ISSUER_BACKENDURL',
      property: 'camunda.modeler.security.jwt.issuer.backend-url',
      value: values.issuerBackendUrl,
    },
    {
      name: 'CAMUNDA_MODELER_SERVER_URL',
      property: 'camunda.modeler.server.url',
      value: values.url('webModeler.ui'),
    },
    ...(hasOneWebModelerContainer(values.version)
      ? [
          {
            name: 'CAMUNDA_MODELER_OAUTH2_TOKEN_USERNAMECLAIM',
            property: 'camunda.modeler.oauth2.token.username-claim',
            value: values.displayNameClaim(),
            repeated: true as const,
            comment: 'The name that people see, as in the chart.',
          },
        ]
      : []),
    ...clusterClient(values),
  ],
});

/** Settings that the UI needs, in whichever container it has. */
export const webModelerUiSettings: SettingsWriter = (values, inKubernetes) =>
  hasOneWebModelerContainer(values.version)
    ? webModelerApiSettings(values, inKubernetes)
    : webappSettings(values, inKubernetes);
