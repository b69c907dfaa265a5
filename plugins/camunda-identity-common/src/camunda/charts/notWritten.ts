import { since, type CamundaVersion } from '../versions';

/**
 * A value that a chart gives a container and that the written variables and files do not, with the reason.
 */
export interface NotWritten {
  container: string;
  /** Variable or dotted property; `*` at its end stands for whatever follows. */
  name: string;
  /** Only this value of it. */
  value?: string;
  /** Only in the charts of these versions. */
  versions?: readonly CamundaVersion[];
  reason: string;
}

const OWN_CLIENT =
  'The chart’s Connectors ask for Zeebe’s token with Zeebe’s application; by variables they have their own, as the documentation page has it.';
const SECRET_NAME =
  'A name that the chart makes up to fill its own file; the written file has the variable of the secret itself.';
const ADDRESS = 'Where a container finds the cluster inside the network.';
const PRESET =
  'Fills the list of applications that Identity would create in Keycloak; with another provider they are created there.';
const DEFAULT = 'Camunda’s default.';
const FOLDER =
  'Where a token is kept in a container whose file system is read only.';
const WHICH_APPLICATIONS =
  'Which web applications run, not how people sign in; the image’s own default has consolidated-auth.';
const OLD_TWIN =
  'Read by no part of the cluster that signs people in; camunda.security says it.';
const CLUSTERS =
  'The clusters that the modeler knows, with their addresses: not part of a record.';

/**
 * Everything in {@link RENDERED} that is not written, entry by entry.
 */
export const NOT_WRITTEN: readonly NotWritten[] = [
  ...[
    ['CAMUNDA_CLIENT_AUTH_CLIENT_ID'],
    ['CAMUNDA_CLIENT_AUTH_CLIENT_SECRET'],
    ['ZEEBE_CLIENT_ID'],
    ['ZEEBE_CLIENT_SECRET'],
  ].map(([name]) => ({ container: 'connectors', name, reason: OWN_CLIENT })),
  ...[
    'CAMUNDA_IDENTITY_BASEURL',
    'CAMUNDA_IDENTITY_ISSUER',
    'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
    'CAMUNDA_IDENTITY_TYPE',
  ].map(name => ({
    container: 'connectors',
    name,
    versions: since('8.8'),
    reason:
      'From 8.8 on the chart still sets it, and Connectors, which talk to the cluster only, do not read it.',
  })),
  {
    container: 'connectors',
    name: 'OPERATE_CLIENT_SCOPE',
    reason:
      'Up to 8.6 nothing in Connectors reads it; 8.6 has it by variables, since its page lists it.',
  },
  {
    container: 'connectors',
    name: 'camunda.client.worker.defaults.*',
    reason: 'How many jobs a worker takes, not how it signs in.',
  },
  ...[
    'camunda.client.grpc-address',
    'camunda.client.rest-address',
    'camunda.client.zeebe.grpc-address',
    'camunda.client.zeebe.rest-address',
    'zeebe.client.broker.gateway-address',
    'zeebe.client.security.plaintext',
  ].map(name => ({ container: 'connectors', name, reason: ADDRESS })),
  ...[
    ['connectors', 'VALUES_CAMUNDA_IDENTITY_CLIENT_SECRET'],
    ['identity', 'VALUES_CAMUNDA_IDENTITY_CLIENT_SECRET'],
    ['orchestration', 'VALUES_ORCHESTRATION_CLIENT_SECRET'],
  ].map(([container, name]) => ({ container, name, reason: SECRET_NAME })),
  {
    container: 'console',
    name: 'CAMUNDA_IDENTITY_CLIENT_ID',
    value: 'console',
    reason: 'Chart 8.5 writes "console" whatever the client ID is.',
  },
  { container: 'hub', name: 'ZEEBE_CLIENT_CONFIG_PATH', reason: FOLDER },
  { container: 'hub', name: 'camunda.modeler.clusters[*', reason: CLUSTERS },
  ...[
    ['camunda.modeler.oauth2.client-id', 'camunda.hub.oauth2.client-id'],
    [
      'camunda.modeler.oauth2.token.username-claim',
      'camunda.identity.username-claim',
    ],
    [
      'camunda.modeler.security.jwt.audience.internal-api',
      'camunda.hub.security.jwt.audience.internal-api',
    ],
    [
      'camunda.modeler.security.jwt.audience.public-api',
      'camunda.hub.security.jwt.audience.public-api',
    ],
    [
      'camunda.modeler.security.jwt.issuer.backend-url',
      'camunda.identity.issuer-backend-url',
    ],
  ].map(([name, use]) => ({
    container: 'hub',
    name,
    reason: `The name of Web Modeler, which Hub translates with a warning; ${use} is written.`,
  })),
  ...['CAMUNDA_OPTIMIZE_CLIENT_ID', 'CAMUNDA_OPTIMIZE_SECRET'].map(name => ({
    container: 'identity',
    name,
    reason: PRESET,
  })),
  ...[
    'identity.authProvider.type',
    'identity.authProvider.issuer-url',
    'identity.authProvider.backend-url',
    'identity.client-id',
    'identity.client-secret',
  ].map(name => ({
    container: 'identity',
    name,
    reason:
      'The older names beside camunda.identity, which the page’s block has and the profile oidc goes by.',
  })),
  {
    container: 'identity',
    name: 'identity.flags.multi-tenancy',
    reason: DEFAULT,
  },
  ...['operate', 'tasklist', 'web-modeler-restapi'].map(container => ({
    container,
    name: 'ZEEBE_CLIENT_CONFIG_PATH',
    reason: FOLDER,
  })),
  ...[
    'camunda.identity.issuer',
    'camunda.identity.issuerBackendUrl',
    'camunda.identity.clientId',
    'camunda.identity.audience',
    'api.audience',
    'security.auth.ccsm.redirectRootUrl',
    'CAMUNDA_IDENTITY_ISSUER',
    'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
    'CAMUNDA_IDENTITY_CLIENT_SECRET',
    'CAMUNDA_IDENTITY_BASEURL',
  ].map(name => ({
    container: 'optimize',
    name,
    versions: since('8.10'),
    reason:
      'In 8.10 the older name, which Optimize translates with a warning; camunda.security.authentication.oidc and CAMUNDA_OPTIMIZE_IDENTITY_BASE_URL are written.',
  })),
  ...[
    'camunda.identity.audience',
    'camunda.identity.clientId',
    'camunda.operate.identity.redirectRootUrl',
    'camunda.tasklist.identity.redirectRootUrl',
  ].map(name => ({ container: 'orchestration', name, reason: OLD_TWIN })),
  ...[
    'camunda.security.authentication.oidc.authenticationRefreshInterval',
    'camunda.security.authentication.unprotectedApi',
    'camunda.security.authorizations.enabled',
    'camunda.security.multiTenancy.apiEnabled',
    'camunda.security.multiTenancy.checksEnabled',
  ].map(name => ({ container: 'orchestration', name, reason: DEFAULT })),
  {
    container: 'orchestration',
    name: 'camunda.security.initialization.default-roles.admin.users',
    value: 'demo',
    reason:
      'The chart’s default, a user who does not exist at the provider; the record’s administrators are written.',
  },
  ...[
    'camunda.security.initialization.default-roles.admin.mappingRules',
    'camunda.security.initialization.default-roles.connectors.mappingRules',
  ].map(name => ({
    container: 'orchestration',
    name,
    value: '',
    reason: 'An empty list.',
  })),
  {
    container: 'orchestration',
    name: 'camunda.security.initialization.default-roles.connectors.users',
    value: 'connectors',
    reason: 'A user of basic authentication.',
  },
  {
    container: 'orchestration',
    name: 'spring.profiles.active',
    reason: WHICH_APPLICATIONS,
  },
  {
    container: 'orchestration',
    name: 'zeebe.broker.exporters.*',
    reason: 'Where data is exported to.',
  },
  {
    container: 'tasklist',
    name: 'camunda.tasklist.identity.userAccessRestrictionsEnabled',
    reason: DEFAULT,
  },
  {
    container: 'web-modeler-restapi',
    name: 'camunda.modeler.clusters[*',
    reason: CLUSTERS,
  },
  {
    container: 'zeebe-broker',
    name: 'zeebe.broker.gateway.security.*',
    reason:
      'The gateway inside the broker is off; calls come through the gateway of its own.',
  },
];
