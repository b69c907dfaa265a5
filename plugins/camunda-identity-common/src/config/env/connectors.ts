import { hasOrchestrationCluster } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import type { EnvEntry, EnvWriter } from './entries';

function zeebeClient(values: ConfigSource, inKubernetes: boolean): EnvEntry[] {
  const scope = values.tokenScope('connectors');
  return [
    { name: 'ZEEBE_CLIENT_ID', value: values.clientId('connectors') },
    {
      name: 'ZEEBE_CLIENT_SECRET',
      value: values.secret('connectors', inKubernetes),
    },
    {
      name: 'ZEEBE_AUTHORIZATION_SERVER_URL',
      value: values.tokenUrl,
      comment:
        'The page names the issuer here. The client posts to this address as it stands, so it is the token endpoint, as in the chart.',
    },
    { name: 'ZEEBE_TOKEN_AUDIENCE', value: values.audience('connectors') },
    ...(scope ? [{ name: 'ZEEBE_TOKEN_SCOPE', value: scope }] : []),
  ];
}

function operateClient(
  values: ConfigSource,
  inKubernetes: boolean,
): EnvEntry[] {
  const scope =
    values.type === 'MICROSOFT' && values.has('operate')
      ? values.tokenScope('operate')
      : undefined;
  return [
    { name: 'CAMUNDA_IDENTITY_TYPE', value: values.type },
    { name: 'CAMUNDA_IDENTITY_AUDIENCE', value: values.operateAudience() },
    {
      name: 'CAMUNDA_IDENTITY_CLIENT_ID',
      value: values.clientId('connectors'),
    },
    {
      name: 'CAMUNDA_IDENTITY_CLIENT_SECRET',
      value: values.secret('connectors', inKubernetes),
    },
    {
      name: 'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
      value: values.issuerBackendUrl,
    },
    ...(scope
      ? [
          {
            name: 'OPERATE_CLIENT_SCOPE',
            value: scope,
            comment:
              'Beyond the page: without a scope Entra refuses the token for Operate (AADSTS90014).',
          },
        ]
      : []),
  ];
}

/** Camunda docs 8.8, "Connectors configuration": no connection to Operate any more. */
function clusterClient(
  values: ConfigSource,
  inKubernetes: boolean,
): EnvEntry[] {
  const scope = values.tokenScope('connectors');
  return [
    { name: 'CAMUNDA_CLIENT_AUTH_METHOD', value: 'oidc' },
    {
      name: 'CAMUNDA_CLIENT_AUTH_CLIENTID',
      value: values.clientId('connectors'),
    },
    {
      name: 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET',
      value: values.secret('connectors', inKubernetes),
    },
    { name: 'CAMUNDA_CLIENT_AUTH_TOKENURL', value: values.tokenUrl },
    {
      name: 'CAMUNDA_CLIENT_AUTH_AUDIENCE',
      value: values.audience('connectors'),
    },
    ...(scope ? [{ name: 'CAMUNDA_CLIENT_AUTH_SCOPE', value: scope }] : []),
  ];
}

/** Page, row "Connectors": outbound-only and inbound mode. */
export const connectorsEnv: EnvWriter = (values, inKubernetes) => {
  if (hasOrchestrationCluster(values.version))
    return {
      client: 'connectors',
      container: 'connectors',
      comments: [],
      entries: clusterClient(values, inKubernetes),
    };

  const inbound = values.connectorsInbound();
  return {
    client: 'connectors',
    container: 'connectors',
    comments: [],
    entries: [
      ...(inbound
        ? []
        : [
            {
              name: 'CAMUNDA_CONNECTOR_POLLING_ENABLED',
              value: 'false',
              comment: 'Outbound only',
            },
          ]),
      ...zeebeClient(values, inKubernetes),
      ...(inbound ? operateClient(values, inKubernetes) : []),
    ],
  };
};
