import {
  createServiceFactory,
  coreServices,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { camundaIdentityPlugin } from '../plugin';

/** Users and their groups. */
const GROUPS: Record<string, string[]> = {
  'user:default/guest': ['group:default/team-payments'],
  'user:default/oskar': ['group:default/team-orders'],
  'user:default/admin': ['group:default/platform'],
  'user:default/both': [
    'group:default/team-payments',
    'group:default/team-orders',
  ],
};

/** As its author wrote it, before the catalog has stitched its relations. */
const FRESH: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'fresh-camunda', namespace: 'default' },
  spec: { owner: 'Team-Payments' },
};

function system(name: string, owner?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default' },
    spec: owner ? { owner } : {},
    relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
  };
}

export const BASE = '/api/camunda-identity/v1';

/** Calls the API as one user. */
export type Agent = ReturnType<typeof agentOf>;

function agentOf(server: Parameters<typeof request>[0], header?: string) {
  const call = (
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
  ) => {
    const test = request(server)[method](`${BASE}${path}`);
    return header ? test.set('Authorization', header) : test;
  };
  return {
    get: (path: string) => call('get', path),
    post: (path: string, body?: object) => call('post', path).send(body),
    put: (path: string, body?: object) => call('put', path).send(body),
    patch: (path: string, etag: string | undefined, body?: object) => {
      const test = call('patch', path);
      if (etag) test.set('If-Match', etag);
      return test.send(body);
    },
    delete: (path: string, etag?: string) => {
      const test = call('delete', path);
      return etag ? test.set('If-Match', etag) : test;
    },
  };
}

/** The plugin in a backend, with its own database. */
export async function startPortal(options: {
  knex: Knex;
  /** Of `camundaIdentity`. */
  config?: object;
  rootConfig?: object;
  features?: BackendFeature[];
  /** Called whenever the user-info service is asked. */
  onUserInfo?(): void;
}) {
  const backend = await startTestBackend({
    features: [
      camundaIdentityPlugin,
      mockServices.database.factory({ knex: options.knex }),
      catalogServiceMock.factory({
        entities: [
          system('payments-camunda', 'group:default/team-payments'),
          system('refunds-camunda', 'group:default/team-payments'),
          system('orders-camunda', 'group:default/team-orders'),
          system('nobodys-camunda'),
          FRESH,
        ],
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          async getUserInfo(credentials) {
            options.onUserInfo?.();
            const { userEntityRef } = credentials.principal as {
              userEntityRef: string;
            };
            return {
              userEntityRef,
              ownershipEntityRefs: [
                userEntityRef,
                ...(GROUPS[userEntityRef] ?? []),
              ],
            };
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          ...options.rootConfig,
          camundaIdentity: {
            admins: ['group:default/platform'],
            serviceAccess: [
              { subject: 'external:registrar', actions: ['create'] },
            ],
            http: {
              allowPlainHttp: true,
              allowedHosts: ['localhost'],
              requestTimeoutMs: 10_000,
              runTimeoutMs: 20_000,
            },
            ...options.config,
          },
        },
      }),
      ...(options.features ?? []),
    ],
  });
  const { server } = backend;
  const user = (ref: string) =>
    agentOf(server, mockCredentials.user.header(ref));
  const service = (subject: string) =>
    agentOf(
      server,
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service(subject),
        targetPluginId: 'camunda-identity',
      }),
    );
  return {
    server,
    stop: () => backend.stop(),
    guest: user('user:default/guest'),
    oskar: user('user:default/oskar'),
    admin: user('user:default/admin'),
    both: user('user:default/both'),
    service: service('external:reader'),
    registrar: service('external:registrar'),
    nobody: agentOf(server, mockCredentials.none.header()),
  };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** A record as a team would send it. */
export function newRecord(change: Record<string, unknown> = {}) {
  return {
    name: 'payments-prod',
    entityRef: 'system:default/payments-camunda',
    camundaVersion: '8.7',
    provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
    components: {
      identity: {
        url: 'https://identity.payments.example.com',
        clientId: 'camunda-identity',
        audience: 'identity-api',
        secret: { kubernetesSecret: { name: 'camunda-oidc', key: 'identity' } },
      },
      zeebe: {
        clientId: 'camunda-zeebe',
        audience: 'zeebe-api',
        secret: {
          kubernetesSecret: { name: 'camunda-oidc', key: 'zeebe' },
          expiresAt: '2027-03-01T00:00:00Z',
        },
      },
    },
    initialClaim: { value: '7f3c1d52-1111-4222-8333-944455556666' },
    ...change,
  };
}
