import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import {
  camundaIdentityPermissions,
  RESOURCE_TYPE_CONNECTION,
  type ConnectionPermission,
} from 'backstage-plugin-camunda-identity-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { withPolicy } from '../__testUtils__/policy';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { connectionConditions, createConnectionConditionalDecision } from '..';

jest.setTimeout(60_000);

const databases = testDatabases();
const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };
const PERMISSIONS_ON = { permission: { enabled: true } };
const KEYS = {
  secrets: {
    keys: [{ id: 'k', value: Buffer.alloc(32, 1).toString('base64') }],
  },
};

/**
 * Owners may read, and everybody connections to Entra; checks are for generic providers only; nobody may
 * register.
 */
const narrowPolicy: PermissionPolicy['handle'] = async (
  { permission },
  user,
) => {
  const ours = permission as ConnectionPermission;
  const owners = user?.info.ownershipEntityRefs ?? [];
  switch (permission.name) {
    case 'camundaIdentity.connection.read':
      return createConnectionConditionalDecision(ours, {
        anyOf: [
          connectionConditions.isOwner({ owners }),
          connectionConditions.hasProvider({ types: ['MICROSOFT'] }),
        ],
      });
    case 'camundaIdentity.connection.update':
      return createConnectionConditionalDecision(ours, {
        not: connectionConditions.hasEntityRef({
          entityRefs: ['System:default/Refunds-camunda'],
        }),
      });
    case 'camundaIdentity.connection.check':
      return createConnectionConditionalDecision(ours, {
        allOf: [connectionConditions.hasProvider({ types: ['GENERIC'] })],
      });
    case 'camundaIdentity.connection.create':
    case 'camundaIdentity.secret.write':
      return DENY;
    default:
      return ALLOW;
  }
};

describe.each(databases.eachSupportedId())('permissions on %s', id => {
  let portal: Portal;
  let knex: Awaited<ReturnType<typeof databases.init>>;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(async () => {
    await portal.stop();
    await knex.destroy();
  });

  /** A generic record of the payments team, an Entra one of theirs, a generic one of the orders team. */
  async function register() {
    const records: Record<string, { id: string; etag: string }> = {};
    for (const [name, change] of Object.entries({
      payments: {},
      refunds: {
        entityRef: 'system:default/refunds-camunda',
        provider: {
          type: 'MICROSOFT',
          tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
        },
      },
      orders: { entityRef: 'system:default/orders-camunda' },
    })) {
      const { body, status } = await portal.admin.post(
        '/connections',
        newRecord({ name, ...change }),
      );
      expect(status).toBe(201);
      records[name] = body;
    }
    return records;
  }

  async function names(agent: Portal['guest'], query = '') {
    const { body } = await agent.get(`/connections?count=true${query}`);
    expect(body.totalItems).toBe(body.items.length);
    return body.items.map(({ name }: any) => name);
  }

  it('apply the ownership floor below a policy that allows everything', async () => {
    portal = await startPortal({
      knex,
      config: KEYS,
      rootConfig: PERMISSIONS_ON,
      features: withPolicy(async () => ALLOW),
    });
    const { payments } = await register();
    const path = `/connections/${payments.id}`;
    expect(await names(portal.oskar)).toEqual([
      'orders',
      'payments',
      'refunds',
    ]);
    for (const answer of [
      await portal.oskar.patch(path, payments.etag, { title: 'x' }),
      await portal.oskar.delete(path, payments.etag),
      await portal.oskar.post(`${path}/initial-claim/set`),
      await portal.oskar.put(`${path}/clients/zeebe/secret`, {
        value: 's3cret',
      }),
      await portal.oskar.post('/connections', newRecord({ name: 'mine' })),
    ])
      expect(answer.status).toBe(403);
    expect(
      (await portal.guest.get(path)).body.initialClaim.value,
    ).toBeDefined();
    expect(
      (
        await portal.guest.put(`${path}/clients/zeebe/secret`, {
          value: 's3cret',
        })
      ).status,
    ).toBe(204);
    expect(
      (await portal.guest.patch(path, payments.etag, { title: 'x' })).status,
    ).toBe(200);
  });

  it('are restricted by conditions, in lists and on a single record', async () => {
    portal = await startPortal({ knex, config: KEYS });
    const { payments, refunds, orders } = await register();
    await portal.stop();
    portal = await startPortal({
      knex,
      config: KEYS,
      rootConfig: PERMISSIONS_ON,
      features: withPolicy(narrowPolicy),
    });
    expect(await names(portal.oskar)).toEqual(['orders', 'refunds']);
    expect(await names(portal.guest)).toEqual(['payments', 'refunds']);
    expect(await names(portal.oskar, '&provider=MICROSOFT')).toEqual([
      'refunds',
    ]);
    expect(
      await names(portal.oskar, '&owner=group:default/team-payments'),
    ).toEqual(['refunds']);
    const page = await portal.oskar.get('/connections?limit=1');
    const next = await portal.oskar.get(
      `/connections?limit=1&cursor=${page.body.nextCursor}`,
    );
    expect(next.body.items[0].name).toBe('refunds');
    expect(next.body.nextCursor).toBeUndefined();

    // What the caller may not read does not exist for them, for writes too.
    const hidden = `/connections/${payments.id}`;
    for (const answer of [
      await portal.oskar.get(hidden),
      await portal.oskar.get('/connections/by-name/payments'),
      await portal.oskar.get(`${hidden}/config?format=env`),
      await portal.oskar.get(`${hidden}/checks`),
      await portal.oskar.post(`${hidden}/checks`),
      await portal.oskar.get(`${hidden}/initial-claim/changes`),
      await portal.oskar.patch(hidden, payments.etag, { title: 'x' }),
      await portal.oskar.delete(hidden, payments.etag),
      await portal.oskar.post(`${hidden}/initial-claim/set`),
      await portal.oskar.put(`${hidden}/clients/zeebe/secret`, {
        value: 's3cret',
      }),
      await portal.oskar.delete(`${hidden}/clients/zeebe/secret`),
      await portal.oskar.post(`${hidden}/clients/zeebe/secret/promote`),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('team-payments');
    }
    // The same message as for one that never existed.
    const never = await portal.oskar.get('/connections/never');
    expect((await portal.oskar.get(hidden)).body.error.message).toBe(
      never.body.error.message.replace('never', payments.id),
    );

    // The policy restricts owners and admins too.
    const titled = { title: 'x' };
    expect(
      (await portal.guest.patch(hidden, payments.etag, titled)).status,
    ).toBe(200);
    for (const answer of [
      await portal.guest.patch(
        `/connections/${refunds.id}`,
        refunds.etag,
        titled,
      ),
      await portal.guest.post('/connections', newRecord({ name: 'new' })),
      await portal.guest.put(`${hidden}/clients/zeebe/secret`, {
        value: 's3cret',
      }),
      await portal.guest.post(`/connections/${refunds.id}/checks`),
    ])
      expect(answer.status).toBe(403);
    expect(
      (await portal.oskar.post(`/connections/${orders.id}/checks`)).status,
    ).toBe(201);
    const draft = await portal.oskar.post('/provider-checks', {
      provider: { type: 'GENERIC', issuer: 'https://127.0.0.1:1' },
    });
    expect(draft.status).toBe(200);
  });

  it('hide everything if the policy denies everything', async () => {
    portal = await startPortal({ knex });
    const { payments } = await register();
    await portal.stop();
    portal = await startPortal({
      knex,
      rootConfig: PERMISSIONS_ON,
      features: withPolicy(async () => DENY),
    });
    expect(await names(portal.guest)).toEqual([]);
    expect((await portal.guest.get(`/connections/${payments.id}`)).status).toBe(
      404,
    );
    expect(
      (
        await portal.guest.post('/provider-checks', {
          provider: { type: 'GENERIC', issuer: 'https://127.0.0.1:1' },
        })
      ).status,
    ).toBe(403);
    // A service is limited by the configuration, not by the policy.
    expect(await names(portal.service)).toHaveLength(3);
  });

  it('decide alone if the configuration turns the floor off', async () => {
    portal = await startPortal({
      knex,
      config: { ...KEYS, authorization: { ownershipFloor: false } },
      rootConfig: PERMISSIONS_ON,
      features: withPolicy(async ({ permission }) =>
        permission.name === 'camundaIdentity.connection.delete' ? DENY : ALLOW,
      ),
    });
    const { payments } = await register();
    const path = `/connections/${payments.id}`;
    const patched = await portal.oskar.patch(path, payments.etag, {
      title: 'x',
      entityRef: 'system:default/orders-camunda',
      owner: 'group:default/platform',
    });
    expect(patched.status).toBe(200);
    // The claim's value stays personal.
    expect(patched.body.initialClaim.valueHidden).toBe(true);
    expect((await portal.oskar.delete(path, patched.body.etag)).status).toBe(
      403,
    );
    // Services are limited as before.
    expect(
      (await portal.service.patch(path, patched.body.etag, { title: 'y' }))
        .status,
    ).toBe(403);
  });

  it('let a service read and check, write only if configured, and never touch secrets', async () => {
    portal = await startPortal({
      knex,
      config: {
        ...KEYS,
        serviceAccess: [
          {
            subject: 'external:registrar',
            actions: ['create', 'update', 'delete'],
          },
        ],
      },
    });
    const { payments } = await register();
    const path = `/connections/${payments.id}`;
    expect((await portal.service.get(path)).status).toBe(200);
    expect((await portal.service.post(`${path}/checks`)).status).toBe(201);
    for (const agent of [portal.service, portal.registrar]) {
      const secret = `${path}/clients/zeebe/secret`;
      expect((await agent.put(secret, { value: 's3cret' })).status).toBe(403);
      expect((await agent.delete(secret)).status).toBe(403);
      expect((await agent.post(`${secret}/promote`)).status).toBe(403);
    }
    for (const answer of [
      await portal.service.patch(path, payments.etag, { title: 'x' }),
      await portal.service.delete(path, payments.etag),
      await portal.service.post(`${path}/initial-claim/set`),
    ])
      expect(answer.status).toBe(403);
    expect((await portal.service.delete('/connections/x', 'y')).status).toBe(
      404,
    );
    const { body } = await portal.registrar.patch(path, payments.etag, {
      title: 'x',
    });
    expect((await portal.registrar.delete(path, body.etag)).status).toBe(204);
  });

  it('are registered with the permission framework together with their rules', async () => {
    portal = await startPortal({ knex });
    const { payments, refunds } = await register();
    const call = (method: 'get' | 'post', path: string) =>
      request(portal.server)
        [method](
          `/api/camunda-identity/.well-known/backstage/permissions${path}`,
        )
        .set('Authorization', mockCredentials.service.header());
    const { body } = await call('get', '/metadata');
    expect(body.permissions.map(({ name }: any) => name)).toEqual(
      camundaIdentityPermissions.map(({ name }) => name),
    );
    expect(body.rules.map(({ name }: any) => name)).toEqual([
      'IS_OWNER',
      'HAS_ENTITY_REF',
      'HAS_PROVIDER',
    ]);
    expect(body.rules[0].paramsSchema.properties.owners.type).toBe('array');
    const applied = await call('post', '/apply-conditions').send({
      items: [payments.id, refunds.id, 'gone'].map(resourceRef => ({
        id: resourceRef,
        resourceRef,
        resourceType: RESOURCE_TYPE_CONNECTION,
        conditions: connectionConditions.hasProvider({ types: ['GENERIC'] }),
      })),
    });
    expect(applied.body.items.map(({ result }: any) => result)).toEqual([
      'ALLOW',
      'DENY',
      'DENY',
    ]);
  });
});
