/* eslint-disable no-loop-func -- each round is awaited before the next begins */
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import { connectionConditions, createConnectionConditionalDecision } from '..';
import {
  startCountingProvider,
  type CountingProvider,
} from '../__testUtils__/countingProvider';
import { testDatabases } from '../__testUtils__/databases';
import { withPolicy } from '../__testUtils__/policy';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(120_000);

const databases = testDatabases();
const KEYS = {
  secrets: {
    keys: [{ id: 'k', value: Buffer.alloc(32, 1).toString('base64') }],
  },
};
const ON = { permission: { enabled: true } };
const ALLOW = { result: AuthorizeResult.ALLOW } as const;
const DENY = { result: AuthorizeResult.DENY } as const;
const ZEEBE = 'clients/zeebe/secret';

describe.each(databases.eachSupportedId())('the ownership floor on %s', id => {
  let knex: Knex;
  let portal: Portal;
  let counting: CountingProvider;

  beforeEach(async () => {
    knex = await databases.init(id);
    counting = await startCountingProvider();
  });
  afterEach(async () => {
    await portal.stop();
    await counting.stop();
    await knex.destroy();
  });

  const register = async (change: object = {}) => {
    const { body, status } = await portal.guest.post(
      '/connections',
      newRecord({
        provider: { type: 'GENERIC', issuer: counting.issuer },
        ...change,
      }),
    );
    expect(status).toBe(201);
    return { ...body, path: `/connections/${body.id}` };
  };

  it('is applied to the record at the time of writing, not of the decision', async () => {
    let gate: Promise<void> | undefined;
    let reached = () => {};
    portal = await startPortal({
      knex,
      config: KEYS,
      rootConfig: ON,
      features: withPolicy(async ({ permission }, user) => {
        const isGuest = user?.info.userEntityRef === 'user:default/guest';
        const isWrite = !permission.name.endsWith('.read');
        if (gate && isGuest && isWrite) {
          reached();
          await gate;
        }
        return ALLOW;
      }),
    });
    const reset = { databaseRecreated: true, reason: 'r' };
    const change = {
      name: 'oid',
      value: 'hijacked',
      changedInDatabase: true,
      reason: 'r',
    };
    const writes: Array<
      [string, (path: string) => PromiseLike<{ status: number }>]
    > = [
      ['patch', path => portal.guest.patch(path, '*', { title: 'hijacked' })],
      ['delete', path => portal.guest.delete(path, '*')],
      ['set', path => portal.guest.post(`${path}/initial-claim/set`)],
      [
        'change',
        path => portal.guest.post(`${path}/initial-claim/changes`, change),
      ],
      [
        'reset',
        path => portal.guest.post(`${path}/initial-claim/reset`, reset),
      ],
      [
        'put',
        path => portal.guest.put(`${path}/${ZEEBE}`, { value: 'hijacked' }),
      ],
      ['promote', path => portal.guest.post(`${path}/${ZEEBE}/promote`)],
      ['remove', path => portal.guest.delete(`${path}/${ZEEBE}`)],
    ];
    for (const [name, write] of writes) {
      gate = undefined;
      const { path } = await register({ name: `r-${name}` });
      await portal.guest.put(`${path}/${ZEEBE}`, { value: 'the-secret' });
      await portal.guest.put(`${path}/${ZEEBE}`, {
        value: 'the-next-secret',
        slot: 'next',
      });
      // One that is already set would only be read.
      if (name !== 'set') await portal.guest.post(`${path}/initial-claim/set`);
      const stored = () => knex('stored_secrets').orderBy('set_at');
      const secrets = await stored();
      let open = () => {};
      gate = new Promise<void>(done => {
        open = done;
      });
      const waiting = new Promise<void>(done => {
        reached = done;
      });
      const answer = Promise.resolve(write(path));
      await waiting;
      const moved = await portal.admin.patch(path, '*', {
        owner: 'group:default/team-orders',
        entityRef: 'system:default/orders-camunda',
      });
      expect(moved.status).toBe(200);
      open();
      // Decided again on the current record, which belongs to somebody else by then.
      expect({ name, status: (await answer).status }).toEqual({
        name,
        status: 403,
      });
      const after = await portal.admin.get(path);
      expect(after.body).toMatchObject({ etag: moved.body.etag });
      expect(await stored()).toEqual(secrets);
    }
  });

  it('keeps secrets entered by others from changing the health of a record', async () => {
    portal = await startPortal({ knex, config: KEYS });
    counting.state.answer = 200;
    const { path } = await register();
    await portal.guest.put(`${path}/${ZEEBE}`, { value: 'r1ght-secret' });
    await portal.guest.post(`${path}/checks`);
    const before = (await portal.guest.get(path)).body.health;
    counting.state.answer = 401;
    const guess = { secrets: { zeebe: 'wr0ng-guess' } };
    for (const who of [portal.oskar, portal.service])
      expect((await who.post(`${path}/checks`, guess)).status).toBe(403);
    expect((await portal.guest.get(path)).body.health).toEqual(before);
    // They may run one without a secret, and may check a draft.
    counting.state.answer = 200;
    expect((await portal.oskar.post(`${path}/checks`)).status).toBe(201);
    const draft = {
      provider: { type: 'GENERIC', issuer: counting.issuer },
      camundaVersion: '8.7',
      components: newRecord().components,
      ...guess,
    };
    expect((await portal.oskar.post('/provider-checks', draft)).status).toBe(
      200,
    );
    expect((await portal.guest.post(`${path}/checks`, guess)).status).toBe(201);
  });

  it('refuses edits that would delete stored secrets for callers who may not write secrets', async () => {
    portal = await startPortal({
      knex,
      config: {
        ...KEYS,
        serviceAccess: [{ subject: 'external:registrar', actions: ['update'] }],
      },
      rootConfig: ON,
      features: withPolicy(async ({ permission }, user) =>
        user?.info.userEntityRef === 'user:default/both' &&
        permission.name === 'camundaIdentity.secret.write'
          ? DENY
          : ALLOW,
      ),
    });
    const { path } = await register();
    await portal.guest.put(`${path}/${ZEEBE}`, { value: 'the-secret' });
    const without = { components: { zeebe: null } };
    for (const who of [portal.registrar, portal.both]) {
      expect((await who.patch(path, '*', without)).status).toBe(403);
      expect((await who.patch(path, '*', { title: 'T' })).status).toBe(200);
    }
    expect(await knex('stored_secrets')).toHaveLength(1);
    expect((await portal.guest.patch(path, '*', without)).status).toBe(200);
    expect(await knex('stored_secrets')).toEqual([]);
    // Without a stored secret it is an ordinary edit.
    const { zeebe } = newRecord().components;
    await portal.guest.patch(path, '*', { components: { zeebe } });
    expect((await portal.registrar.patch(path, '*', without)).status).toBe(200);
  });

  it('also asks the policy about the target of a move', async () => {
    portal = await startPortal({
      knex,
      rootConfig: ON,
      features: withPolicy(async ({ permission }, user) => {
        if (
          permission.name !== 'camundaIdentity.connection.update' ||
          user?.info.userEntityRef !== 'user:default/guest'
        )
          return ALLOW;
        return createConnectionConditionalDecision(permission as never, {
          allOf: [
            connectionConditions.hasProvider({ types: ['GENERIC'] }),
            connectionConditions.hasEntityRef({
              entityRefs: ['system:default/payments-camunda'],
            }),
          ],
        });
      }),
    });
    const { path } = await register();
    for (const patch of [
      { entityRef: 'system:default/refunds-camunda' },
      {
        provider: {
          type: 'MICROSOFT',
          issuer: null,
          tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
        },
      },
    ])
      expect((await portal.guest.patch(path, '*', patch)).status).toBe(403);
    expect((await portal.guest.patch(path, '*', { title: 'T' })).status).toBe(
      200,
    );
  });

  it('refuses unauthorized callers before reporting missing input', async () => {
    portal = await startPortal({ knex });
    const { path } = await register();
    const change = { name: 'oid', value: 'x', reason: 'r' };
    for (const [who, where, status] of [
      [portal.guest, '/connections/nope', 404],
      [portal.oskar, path, 403],
    ] as const) {
      const answers = [
        await who.patch(where, undefined, { title: 'x' }),
        await who.delete(where),
        await who.post(`${where}/initial-claim/changes`, change),
        await who.post(`${where}/initial-claim/reset`, { reason: 'r' }),
      ];
      expect(answers.map(answer => answer.status)).toEqual(
        Array(4).fill(status),
      );
    }
    expect((await portal.guest.patch(path, undefined, {})).status).toBe(428);
    expect((await portal.guest.delete(path)).status).toBe(428);
    for (const claim of ['changes', 'reset'])
      expect(
        (await portal.guest.post(`${path}/initial-claim/${claim}`, change))
          .status,
      ).toBe(claim === 'changes' ? 409 : 400);
  });

  it('never answers "not modified" for data that checks change', async () => {
    portal = await startPortal({ knex });
    const { path } = await register();
    const { headers } = await portal.guest.get(path);
    await portal.guest.post(`${path}/checks`);
    const again = await portal.guest
      .get(path)
      .set('If-None-Match', headers.etag);
    expect(again.status).toBe(200);
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.body.health.recent).toHaveLength(1);
  });
});
