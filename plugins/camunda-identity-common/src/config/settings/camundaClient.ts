import { hasCamundaClient, findsTokenEndpoint } from '../../camunda/traits';
import { hasOrchestrationCluster, type ClientKey } from '../../camunda';
import type { ConfigSource } from '../ConfigSource';
import { clientCertificate } from './certificate';
import type { Setting } from './types';

function named(name: string, property: string) {
  return {
    name: `CAMUNDA_CLIENT_${name}`,
    property: `camunda.client.${property}`,
  };
}

const MODE: Setting = { ...named('MODE', 'mode'), value: 'selfManaged' };

/** 8.5 and 8.6: the variables of the Zeebe client (page, row "Connectors"). */
function zeebeClient(
  values: ConfigSource,
  client: ClientKey,
  inKubernetes: boolean,
): Setting[] {
  const scope = values.tokenScope(client);
  return [
    { name: 'ZEEBE_CLIENT_ID', value: values.clientId(client) },
    { name: 'ZEEBE_CLIENT_SECRET', value: values.secret(client, inKubernetes) },
    {
      name: 'ZEEBE_AUTHORIZATION_SERVER_URL',
      value: values.tokenUrl,
      comment:
        'The page names the issuer here. The client posts to this address as it stands, so it is the token endpoint, as in the chart.',
    },
    { name: 'ZEEBE_TOKEN_AUDIENCE', value: values.audience(client) },
    // Optional, but for Entra.
    ...(scope ? [{ name: 'ZEEBE_TOKEN_SCOPE', value: scope }] : []),
  ];
}

function credentials(
  values: ConfigSource,
  client: ClientKey,
  inKubernetes: boolean,
): Setting[] {
  const certificate = values.certificate(client);
  return [
    {
      ...named('AUTH_CLIENTID', 'auth.client-id'),
      value: values.clientId(client),
    },
    ...(certificate
      ? clientCertificate(certificate)
      : [
          {
            ...named('AUTH_CLIENTSECRET', 'auth.client-secret'),
            value: values.secret(client, inKubernetes),
          },
        ]),
  ];
}

/** 8.7: Camunda docs, "Connectors configuration"; chart 8.7, templates/connectors. */
function springClient(
  values: ConfigSource,
  client: ClientKey,
  inKubernetes: boolean,
): Setting[] {
  const scope = values.tokenScope(client);
  return [
    MODE,
    ...credentials(values, client, inKubernetes),
    {
      ...named('AUTH_ISSUER', 'auth.issuer'),
      value: values.tokenUrl,
      comment:
        'The token endpoint, whatever the name says. Camunda’s page has this name, the chart the next one.',
    },
    { ...named('AUTH_TOKENURL', 'auth.token-url'), value: values.tokenUrl },
    {
      ...named('ZEEBE_AUDIENCE', 'zeebe.audience'),
      value: values.audience(client),
    },
    ...(scope
      ? [{ ...named('ZEEBE_SCOPE', 'zeebe.scope'), value: scope }]
      : []),
  ];
}

/** From 8.9 on the token endpoint is found through the issuer, as in the chart. */
function tokenEndpoint(values: ConfigSource): Setting {
  return findsTokenEndpoint(values.version)
    ? { ...named('AUTH_ISSUERURL', 'auth.issuer-url'), value: values.issuer }
    : { ...named('AUTH_TOKENURL', 'auth.token-url'), value: values.tokenUrl };
}

/** 8.8 and later: Camunda docs, "Connectors configuration". */
function clusterClient(
  values: ConfigSource,
  client: ClientKey,
  inKubernetes: boolean,
): Setting[] {
  const scope = values.tokenScope(client);
  return [
    MODE,
    { ...named('AUTH_METHOD', 'auth.method'), value: 'oidc' },
    ...credentials(values, client, inKubernetes),
    tokenEndpoint(values),
    {
      ...named('AUTH_AUDIENCE', 'auth.audience'),
      value: values.audience(client),
    },
    ...(scope ? [{ ...named('AUTH_SCOPE', 'auth.scope'), value: scope }] : []),
  ];
}

/**
 * How an application gets tokens for Zeebe or the Orchestration Cluster: Connectors, and workers of the team's
 * own.
 */
export function camundaClient(
  values: ConfigSource,
  client: ClientKey,
  inKubernetes: boolean,
): Setting[] {
  if (hasOrchestrationCluster(values.version))
    return clusterClient(values, client, inKubernetes);
  return hasCamundaClient(values.version)
    ? springClient(values, client, inKubernetes)
    : zeebeClient(values, client, inKubernetes);
}
