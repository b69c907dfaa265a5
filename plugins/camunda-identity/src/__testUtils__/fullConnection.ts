import {
  createNewConnectionSchema,
  DEFAULT_PROVIDER_CONTEXT,
  describeClients,
  summarizeProvider,
  type Connection,
} from 'backstage-plugin-camunda-identity-common';

const secret = { kubernetesSecret: { name: 'camunda-oidc', key: 'secret' } };

/** A connection as the API answers it, with all that the server works out. */
export function fullConnection(change: Partial<Connection> = {}): Connection {
  const { owner = 'group:default/team-payments', ...record } =
    createNewConnectionSchema().parse({
      name: 'payments-prod',
      title: 'Payments (production)',
      entityRef: 'system:default/payments-camunda',
      camundaVersion: '8.7',
      provider: {
        type: 'GENERIC',
        issuer: 'https://idp.example.com/realms/payments',
      },
      components: {
        identity: {
          url: 'https://identity.example.com',
          clientId: 'camunda-identity',
          audience: 'identity-api',
          secret,
        },
        zeebe: { clientId: 'camunda-zeebe', audience: 'zeebe-api', secret },
      },
      initialClaim: { value: '7f3c1d52-1111-4222-8333-944455556666' },
    });
  const clients = describeClients(record);
  const at = '2026-06-01T08:00:00.000Z';
  const by = 'user:default/guest';
  return {
    ...record,
    id: 'c0ffee00-0000-4000-8000-000000000001',
    etag: 'etag',
    owner,
    clients,
    providerSummary: summarizeProvider(
      record.provider,
      DEFAULT_PROVIDER_CONTEXT,
    ),
    initialClaim: { ...record.initialClaim, state: 'pending' },
    health: {
      status: 'unknown',
      coverage: {
        provider: false,
        clients: { total: clients.length, checked: 0, secretsTested: 0 },
      },
      recent: [],
    },
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    ...change,
  };
}
