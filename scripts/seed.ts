import {
  ApiError,
  CamundaIdentityClient,
  type Connection,
  type BodyOf,
} from 'backstage-plugin-camunda-identity-common/client';
import { COMPONENT_URLS, localClients } from 'camunda-identity-test-provider';
import { waitFor } from './processes';

/** Calls the backend as the guest, as a script of a team would. */
export async function guestClient(
  backendUrl: string,
): Promise<{ client: CamundaIdentityClient; authorized: typeof fetch }> {
  const response = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await response.json();
  const authorized: typeof fetch = (input, init) =>
    fetch(input, {
      ...init,
      headers: {
        ...init?.headers,
        Authorization: `Bearer ${backstageIdentity.token}`,
      },
    });
  return {
    authorized,
    client: new CamundaIdentityClient({
      baseUrl: async () => `${backendUrl}/api/camunda-identity`,
      fetch: authorized,
    }),
  };
}

/** The connection of the payments team to the local provider. */
export function sampleConnection(issuer: string): BodyOf<'createConnection'> {
  const clients = localClients('generic');
  const of = (key: string) => clients.find(client => client.key === key)!;
  const application = (key: string) => ({
    clientId: of(key).clientId,
    audience: of(key).audience,
  });
  const secret = (key: string) => ({
    secret: {
      kubernetesSecret: { name: 'camunda-oidc', key: `${key}-secret` },
    },
  });
  const web = (key: string) => ({
    url: COMPONENT_URLS[key],
    ...application(key),
    ...secret(key),
  });
  return {
    name: 'payments-prod',
    title: 'Payments (production)',
    description: 'Camunda 8.7 of the payments team and its OpenID provider',
    entityRef: 'system:default/payments-camunda',
    camundaVersion: '8.7',
    provider: { type: 'GENERIC', issuer },
    components: {
      identity: web('identity'),
      operate: web('operate'),
      tasklist: web('tasklist'),
      optimize: web('optimize'),
      zeebe: { ...application('zeebe'), ...secret('zeebe') },
      webModeler: {
        url: COMPONENT_URLS.webModeler,
        ui: application('webModeler.ui'),
        api: application('webModeler.api'),
      },
      console: { url: COMPONENT_URLS.console, ...application('console') },
      connectors: {
        mode: 'inbound',
        clientId: of('connectors').clientId,
        ...secret('connectors'),
      },
    },
    initialClaim: {
      name: 'oid',
      value: '7f3c1d52-1111-4222-8333-944455556666',
    },
  };
}

/**
 * Registers the sample connection through the public API, unless it is there, and checks it once.
 */
export async function seed(
  backendUrl: string,
  issuer: string,
): Promise<Connection> {
  const { client, authorized } = await guestClient(backendUrl);
  const sample = sampleConnection(issuer);
  // The entity's owner is read from the catalog, so the catalog has to have it first.
  await waitFor(
    'The dev catalog',
    async () => {
      const response = await authorized(
        `${backendUrl}/api/catalog/entities/by-name/system/default/payments-camunda`,
      );
      const entity = response.ok ? await response.json() : undefined;
      return entity?.relations?.length ? true : undefined;
    },
    60_000,
  );
  try {
    return await client.getConnectionByName(sample.name);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
  }
  const connection = await client.createConnection(sample);
  await client.checkConnection(connection.id);
  return connection;
}
