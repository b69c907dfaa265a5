import type { Connection } from 'backstage-plugin-camunda-identity-common/client';

/** A record of two applications, as the API answers it to somebody who may not change it. */
export function connection(change: object = {}): Connection {
  return {
    id: '1',
    etag: 'e',
    name: 'payments-prod',
    title: 'Payments (production)',
    entityRef: 'system:default/payments-camunda',
    owner: 'group:default/team-payments',
    camundaVersion: '8.7',
    provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
    providerSummary: {
      title: 'Keycloak',
      profile: 'keycloak',
      issuer: 'https://idp.example.com',
    },
    health: { status: 'unknown', recent: [] },
    initialClaim: { name: 'oid', state: 'pending', valueHidden: true },
    components: {},
    clients: [
      {
        key: 'identity',
        title: 'Management Identity',
        clientId: 'camunda-identity',
        clientType: 'confidential',
        entraPlatform: 'web',
        redirectUris: ['https://identity.example.com/auth/login-callback'],
        postLogoutRedirectUris: [],
        helmRedirectUrl: 'https://identity.example.com',
        grantTypes: ['authorization_code', 'refresh_token'],
        scopes: [],
        notes: [],
      },
      {
        key: 'zeebe',
        title: 'Zeebe',
        clientId: 'camunda-zeebe',
        clientType: 'confidential',
        entraPlatform: 'none',
        redirectUris: [],
        postLogoutRedirectUris: [],
        grantTypes: ['client_credentials'],
        scopes: [],
        notes: [
          { code: 'n', severity: 'info', text: 'Zeebe never redirects.' },
        ],
      },
    ],
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'user:default/guest',
    updatedAt: '2026-01-01T00:00:00.000Z',
    updatedBy: 'user:default/guest',
    ...change,
  } as unknown as Connection;
}
