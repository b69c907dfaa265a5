import {
  hasCamundaClient,
  hasOperateScopeOutsideChart,
} from '../../camunda/traits';
import { hasOrchestrationCluster } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import { camundaClient } from './camundaClient';
import { identityClient, identityProvider } from './shared';
import type { Setting, SettingsWriter } from './types';

const OUTBOUND_ONLY: readonly Setting[] = [
  {
    name: 'CAMUNDA_CONNECTOR_POLLING_ENABLED',
    property: 'camunda.connector.polling.enabled',
    value: false,
    comment: 'Outbound only',
  },
  {
    name: 'CAMUNDA_CONNECTOR_WEBHOOK_ENABLED',
    property: 'camunda.connector.webhook.enabled',
    value: false,
  },
  {
    name: 'OPERATE_CLIENT_ENABLED',
    property: 'operate.client.enabled',
    value: false,
  },
];

const WITHOUT_SCOPE =
  'Without a scope Entra refuses the token for Operate (AADSTS90014).';

function operateScope(values: ConfigSource): string | undefined {
  return values.type === 'MICROSOFT' && values.has('operate')
    ? values.tokenScope('operate')
    : undefined;
}

/** 8.7: Camunda docs, "Connectors configuration"; chart 8.7, templates/connectors/configmap.yaml. */
function operateClient8x7(
  values: ConfigSource,
  inKubernetes: boolean,
): Setting[] {
  const named = (name: string, property: string) => ({
    name: `OPERATE_CLIENT_${name}`,
    property: `operate.client.${property}`,
  });
  const scope = operateScope(values);
  return [
    { ...named('PROFILE', 'profile'), value: 'oidc' },
    ...operateAddress(values, named('BASEURL', 'base-url')),
    { ...named('AUTHURL', 'auth-url'), value: values.tokenUrl },
    { ...named('AUDIENCE', 'audience'), value: values.operateAudience() },
    { ...named('CLIENTID', 'client-id'), value: values.clientId('connectors') },
    {
      ...named('CLIENTSECRET', 'client-secret'),
      value: values.secret('connectors', inKubernetes),
    },
    ...(scope
      ? [
          {
            ...named('SCOPE', 'scope'),
            value: scope,
            comment: WITHOUT_SCOPE,
          },
        ]
      : []),
  ];
}

function operateAddress(
  values: ConfigSource,
  names: Pick<Setting, 'name' | 'property'>,
): Setting[] {
  if (!values.has('operate')) return [];
  return [
    {
      ...names,
      value: values.url('operate'),
      comment:
        'The address under which this container reaches Operate; the internal one where there is one.',
      internalAddress: true,
    },
  ];
}

/** Page, row "Connectors", inbound mode; the rest as in the chart. */
function inbound(values: ConfigSource, inKubernetes: boolean): Setting[] {
  const scope = operateScope(values);
  const operate: Setting[] = hasCamundaClient(values.version)
    ? operateClient8x7(values, inKubernetes)
    : [
        ...operateAddress(values, {
          name: 'CAMUNDA_OPERATE_CLIENT_URL',
          property: 'camunda.operate.client.url',
        }),
        // The page of 8.6 lists it; chart 8.5 and 8.6 have nothing that reads it.
        ...(scope && hasOperateScopeOutsideChart(values.version)
          ? [
              {
                name: 'OPERATE_CLIENT_SCOPE',
                value: scope,
                comment: WITHOUT_SCOPE,
              },
            ]
          : []),
      ];
  return [
    ...identityProvider(values),
    ...identityClient(values, 'connectors', inKubernetes),
    {
      name: 'CAMUNDA_IDENTITY_AUDIENCE',
      property: 'camunda.identity.audience',
      value: values.operateAudience(),
    },
    ...operate,
  ];
}

/** Page, row "Connectors": outbound-only and inbound mode. From 8.8 on there is no connection to Operate. */
export const connectorsSettings: SettingsWriter = (values, inKubernetes) => {
  const older = !hasOrchestrationCluster(values.version);
  return {
    client: 'connectors',
    container: 'connectors',
    comments: [],
    settings: [
      ...(older && !values.connectorsInbound() ? OUTBOUND_ONLY : []),
      ...camundaClient(values, 'connectors', inKubernetes),
      ...(older && values.connectorsInbound()
        ? inbound(values, inKubernetes)
        : []),
    ],
  };
};
