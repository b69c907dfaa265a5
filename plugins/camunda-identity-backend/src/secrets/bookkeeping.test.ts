import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { MICROSOFT_CLOUDS } from 'backstage-plugin-camunda-identity-common';
import { camundaIdentityProviderChecksExtensionPoint } from 'backstage-plugin-camunda-identity-node';
import { createReplica, silentAudit } from '../__testUtils__/replica';
import {
  startCountingProvider,
  type CountingProvider,
} from '../__testUtils__/countingProvider';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { createSecretVault } from '../wiring/createSecretVault';

jest.setTimeout(60_000);

const databases = testDatabases();
const KEY = { id: 'k1', value: Buffer.alloc(32, 1).toString('base64') };
const CONFIG = {
  secrets: { keys: [KEY] },
  checks: { onDemandPerMinute: 100 },
};
const ZEEBE = 'clients/zeebe/secret';

/** A check of another module about a secret. */
const ageCheck = createBackendModule({
  pluginId: 'camunda-identity',
  moduleId: 'age',
  register(reg) {
    reg.registerInit({
      deps: {
        point: camundaIdentityProviderChecksExtensionPoint,
        _: coreServices.logger,
      },
      async init({ point }) {
        const subject = { kind: 'client' as const, client: 'zeebe' as const };
        point.addCheck({
          definitions: [
            {
              code: 'client.secret-age',
              title: 'The secret is young enough',
              severity: 'fail',
              explanation: 'It is old.',
              source: 'Acme',
            },
          ],
          plan: () => [{ code: 'client.secret-age', subject }],
          async run(_context, emit) {
            emit({
              code: 'client.secret-age',
              result: 'fail',
              subject,
              title: 'The secret is young enough',
              message: 'It is ten years old',
            });
          },
        });
      },
    });
  },
});

describe.each(databases.eachSupportedId())(
  'the state of stored secrets on %s',
  id => {
    let counting: CountingProvider;
    let knex: Knex;
    let portal: Portal;

    beforeEach(async () => {
      knex = await databases.init(id);
      counting = await startCountingProvider();
      portal = await startPortal({ knex, config: CONFIG });
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
    const put = async (path: string, value: string, extra: object = {}) =>
      expect(
        (await portal.guest.put(`${path}/${ZEEBE}`, { value, ...extra }))
          .status,
      ).toBe(204);
    const check = async (path: string, who = portal.guest) => {
      const { body } = await who.post(`${path}/checks`);
      return body.findings
        .filter(({ code }: any) => code.startsWith('client.secret'))
        .map(({ code, result }: any) => `${code} ${result}`);
    };
    const health = async (path: string) =>
      (await portal.guest.get(path)).body.health.status;
    const edit = async (path: string, patch: object) => {
      const { etag } = (await portal.guest.get(path)).body;
      expect((await portal.guest.patch(path, etag, patch)).status).toBe(200);
    };
    const row = async () => (await knex('stored_secrets'))[0];

    it('is not cleared by an edit that does not touch the secret', async () => {
      const { path } = await register();
      await put(path, 'wr0ng-secret');
      expect(await check(path)).toEqual(['client.secret fail']);
      await edit(path, { components: { zeebe: { audience: 'other-api' } } });
      expect(await check(path)).toEqual(['client.secret fail']);
      expect(await health(path)).toBe('fail');
    });

    it('is deleted with its secret', async () => {
      counting.state.answer = 200;
      const { path } = await register();
      const warned = await (async () => {
        await check(path);
        return health(path);
      })();
      counting.state.answer = 401;
      await put(path, 'wr0ng-secret');
      await check(path);
      expect(await health(path)).toBe('fail');
      expect((await portal.guest.delete(`${path}/${ZEEBE}`)).status).toBe(204);
      expect(await health(path)).toBe(warned);

      counting.state.answer = 200;
      await put(path, 'r1ght-secret');
      expect(await check(path)).toEqual(['client.secret pass']);
      const verdicts = async () =>
        (await knex('connections').first('verdicts')).verdicts;
      expect(await verdicts()).toContain('client.secret"');
      await put(path, 'untested-secret');
      expect(await verdicts()).not.toContain('client.secret"');
      const [{ due_at: due }] = await knex('check_schedule');
      expect(Date.parse(due)).toBeLessThanOrEqual(Date.now());
    });

    it('allows a retry to owners only, and not immediately', async () => {
      const { path } = await register();
      await put(path, 'wr0ng-secret');
      await check(path);
      counting.state.answer = 200;
      const { requests } = counting.state;
      // Too soon.
      expect(await check(path)).toEqual(['client.secret fail']);
      expect(counting.state.requests).toBe(requests);
      await knex('stored_secrets').update({
        result_at: new Date(Date.now() - 61_000).toISOString(),
      });
      for (const who of [portal.oskar, portal.service])
        expect(await check(path, who)).toEqual(['client.secret fail']);
      expect(counting.state.requests).toBe(requests);
      expect(await check(path)).toEqual(['client.secret pass']);
      expect((await row()).result).toBe('right');
    });

    it('ignores the result of a slower run with an earlier value', async () => {
      const { path, id: recordId } = await register();
      await put(path, 'wr0ng-secret');
      let open = () => {};
      const gate = new Promise<void>(done => {
        open = done;
      });
      const reached = new Promise<void>(done => {
        counting.hold(async () => {
          done();
          await gate;
        });
      });
      const running = check(path);
      await reached;
      await put(path, 'r1ght-secret');
      open();
      expect(await running).toEqual(['client.secret fail']);
      counting.hold(undefined);
      expect((await row()).result).toBe('');
      const { verdicts } = await knex('connections')
        .where({ id: recordId })
        .first('verdicts');
      expect(verdicts).not.toContain('client.secret"');
    });

    it('is not changed by another module’s check', async () => {
      await portal.stop();
      portal = await startPortal({
        knex,
        config: CONFIG,
        features: [ageCheck],
      });
      counting.state.answer = 200;
      const { path } = await register();
      await put(path, 'r1ght-secret');
      expect((await check(path)).sort()).toEqual([
        'client.secret pass',
        'client.secret-age fail',
      ]);
      expect((await row()).result).toBe('right');
    });

    it('keeps the binding through edits that change no address', async () => {
      const elsewhere = await startCountingProvider();
      try {
        // As with providers whose token endpoint is on a different host than the issuer.
        counting.state.tokenOrigin = elsewhere.issuer;
        elsewhere.state.answer = 200;
        const { path } = await register();
        await check(path);
        await put(path, 'r1ght-secret');
        expect(await check(path)).toEqual(['client.secret pass']);
        await edit(path, { provider: { scopes: ['openid', 'email'] } });
        expect(await check(path)).toEqual(['client.secret pass']);
      } finally {
        await elsewhere.stop();
      }
    });

    it('uses up the daily try only if the provider was asked', async () => {
      counting.state.answer = 200;
      const { path } = await register();
      await put(path, 'r1ght-secret');
      const replica = createReplica(knex, CONFIG);
      const sweep = async () => {
        await knex('check_schedule').update({ due_at: '', ticket: '' });
        await replica.scheduled.sweep(new AbortController().signal);
      };
      counting.state.down = true;
      await sweep();
      expect(counting.state.requests).toBe(0);
      counting.state.down = false;
      await sweep();
      expect(counting.state.requests).toBe(1);
      await sweep();
      expect(counting.state.requests).toBe(1);
      await replica.stop();
    });

    it('does not let an unusable next secret replace one that works', async () => {
      counting.state.answer = 200;
      const { path } = await register();
      const next = { slot: 'next' };
      await put(path, 'r1ght-secret');
      await put(path, 'next-secret', next);
      const promote = () => portal.guest.post(`${path}/${ZEEBE}/promote`);
      await knex('stored_secrets').where(next).update({ jwe: 'not.a.jwe' });
      const unreadable = await promote();
      expect(unreadable.status).toBe(409);
      expect(unreadable.body.error.message).toContain('cannot be used');
      await put(path, 'next-secret', next);
      await edit(path, { components: { zeebe: { clientId: 'other' } } });
      expect((await promote()).body.error.message).toContain('client ID');
      await edit(path, {
        components: { zeebe: { clientId: 'camunda-zeebe' } },
      });
      expect(await check(path)).toEqual(['client.secret pass']);
      expect((await promote()).status).toBe(204);
    });

    it('causes no deadlock among many writers, and is never stored for a removed client', async () => {
      const records = await Promise.all(
        Array.from({ length: 6 }, (_, n) => register({ name: `r-${n}` })),
      );
      const answers = await Promise.all(
        records.flatMap(({ path, etag }) => [
          portal.guest.put(`${path}/${ZEEBE}`, { value: 'secret-one' }),
          portal.guest.put(`${path}/clients/identity/secret`, {
            value: 'secret-two',
          }),
          portal.guest.patch(path, etag, { components: { zeebe: null } }),
        ]),
      );
      for (const { status } of answers)
        expect([200, 204, 400, 412]).toContain(status);
      const kept = await knex('stored_secrets')
        .join('connections', 'connections.id', 'connection_id')
        .select('client', 'data');
      for (const { client, data } of kept)
        expect(JSON.parse(data).components).toHaveProperty(client);
    });

    it('skips rows that do not decrypt, and reports them', async () => {
      const { id: recordId } = await register();
      const old = { id: 'old', value: Buffer.alloc(32, 2).toString('base64') };
      const secret = ({ id: keyId, value }: typeof KEY) => ({
        id: keyId,
        value: new Uint8Array(Buffer.from(value, 'base64')),
      });
      const lines: string[] = [];
      const log = (line: string) => lines.push(line);
      const vaultWith = (...keys: Array<typeof KEY>) =>
        createSecretVault({
          knex,
          config: {
            secretKeys: keys.map(secret),
            providers: { clouds: MICROSOFT_CLOUDS },
          },
          audit: silentAudit(),
          logger: { info: log, warn: log } as never,
          notifications: { send: async () => {} },
        });
      const replica = createReplica(knex);
      const record = (await replica.store.find(recordId))!;
      await vaultWith(old).vault.put(
        record,
        'zeebe',
        { value: 'r1ght-secret', slot: 'current' },
        'user:default/guest',
      );
      const good = await row();
      await knex.batchInsert(
        'stored_secrets',
        Array.from({ length: 150 }, (_, n) => ({
          ...good,
          client: `a-${n}`,
          jwe: 'not.a.jwe',
        })),
        50,
      );
      await vaultWith(KEY, old).tasks.rotation.run();
      expect(
        (await knex('stored_secrets').where({ client: 'zeebe' }).first())
          .key_id,
      ).toBe('k1');
      expect(lines.join('\n')).toContain(
        '150 stored secrets do not decrypt with the key "old"',
      );
      expect(lines.join('\n')).not.toContain('can be removed');
      // A changed value under the id of the first key is reported too.
      lines.length = 0;
      await vaultWith({ ...old, id: 'k1' }).tasks.rotation.run();
      expect(lines.join('\n')).toContain('1 stored secrets do not decrypt');
      await replica.stop();
    });
  },
);
