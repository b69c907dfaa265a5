import { randomBytes } from 'node:crypto';
import {
  localClients,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import { MICROSOFT_CLOUDS } from 'backstage-plugin-camunda-identity-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  startCountingProvider,
  type CountingProvider,
} from '../__testUtils__/countingProvider';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { silentAudit } from '../__testUtils__/replica';
import { DatabaseConnectionsStore } from '../store/DatabaseConnectionsStore';
import { createSecretVault } from '../wiring/createSecretVault';

jest.setTimeout(60_000);

const databases = testDatabases();

function key(id: string) {
  return { id, value: randomBytes(32).toString('base64') };
}
const K1 = key('k1');
const K2 = key('k2');

function withKeys(...keys: Array<{ id: string; value: string }>) {
  return { secrets: { keys }, checks: { onDemandPerMinute: 100 } };
}

describe.each(databases.eachSupportedId())('stored secrets on %s', id => {
  const right = localClients('generic').find(client => client.key === 'zeebe')!;
  let provider: LocalProvider;
  let counting: CountingProvider;
  let knex: Knex;
  let portal: Portal;

  beforeAll(async () => {
    provider = await startLocalProvider({ port: 0 });
  });
  afterAll(() => provider.stop());
  beforeEach(async () => {
    knex = await databases.init(id);
    counting = await startCountingProvider();
    portal = await startPortal({ knex, config: withKeys(K1) });
  });
  afterEach(async () => {
    await portal.stop();
    await counting.stop();
    await knex.destroy();
  });

  const restart = async (...keys: Array<typeof K1>) => {
    await portal.stop();
    portal = await startPortal({ knex, config: withKeys(...keys) });
  };
  const register = async (issuer = provider.issuer, change: object = {}) => {
    const { body, status } = await portal.guest.post(
      '/connections',
      newRecord({ provider: { type: 'GENERIC', issuer }, ...change }),
    );
    expect(status).toBe(201);
    return { ...body, path: `/connections/${body.id}` };
  };
  const findings = async (path: string) => {
    const { body, status } = await portal.guest.post(`${path}/checks`);
    expect(status).toBe(201);
    return Object.fromEntries(
      body.findings
        .filter(({ code }: any) => code.startsWith('client.secret'))
        .map(({ code, result }: any) => [code, result]),
    );
  };
  const ZEEBE = 'clients/zeebe/secret';

  it('cannot be stored without a key', async () => {
    await restart();
    const { path } = await register();
    for (const answer of [
      await portal.guest.put(`${path}/${ZEEBE}`, { value: right.secret }),
      await portal.guest.post(`${path}/${ZEEBE}/promote`),
      await portal.guest.delete(`${path}/${ZEEBE}`),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toContain(
        'camundaIdentity.secrets.keys',
      );
      expect(answer.text).not.toContain(right.secret);
    }
    expect(await knex('stored_secrets')).toEqual([]);
  });

  it('are encrypted, shown without their value, and used by checks', async () => {
    const { path, etag, id: recordId } = await register();
    const put = await portal.guest.put(`${path}/${ZEEBE}`, {
      value: right.secret,
      expiresAt: '2027-02-01T01:00:00+01:00',
    });
    expect(put.status).toBe(204);
    expect(put.text).toBe('');
    const { body } = await portal.guest.get(path);
    expect(body.etag).toBe(etag);
    expect(body.components.zeebe.secret).toEqual({
      kubernetesSecret: { name: 'camunda-oidc', key: 'zeebe' },
      stored: true,
      setAt: expect.any(String),
      setBy: 'user:default/guest',
      expiresAt: '2027-02-01T00:00:00.000Z',
    });
    // The earlier of the reference's and the stored secret's date, in views and lists alike.
    expect(body.secretsExpireAt).toBe('2027-02-01T00:00:00.000Z');
    const before = '/connections?secretsExpireBefore=2027-02-02T00:00:00Z';
    expect((await portal.guest.get(before)).body.items).toHaveLength(1);
    expect(body.components.identity.secret.stored).toBeUndefined();

    const [row] = await knex('stored_secrets');
    expect(row).toMatchObject({ connection_id: recordId, key_id: 'k1' });
    expect(JSON.stringify(row)).not.toContain(right.secret);
    const [header] = row.jwe.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'dir',
      enc: 'A256GCM',
      kid: 'k1',
    });

    expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
    // An edit keeps the secret and its date.
    const patched = await portal.guest.patch(path, etag, { title: 'T' });
    expect(patched.body.components.zeebe.secret.stored).toBe(true);
    expect((await portal.guest.get(before)).body.items).toHaveLength(1);
    const config = await portal.guest.get(`${path}/config?format=helm`);
    expect(config.text).not.toContain(right.secret);

    expect((await portal.guest.delete(`${path}/${ZEEBE}`)).status).toBe(204);
    const gone = (await portal.guest.get(path)).body;
    expect(gone.components.zeebe.secret.stored).toBeUndefined();
    expect(gone.secretsExpireAt).toBe('2027-03-01T00:00:00.000Z');
    expect((await portal.guest.get(before)).body.items).toHaveLength(0);
    expect(await findings(path)).toEqual({});
  });

  it('are refused for clients without secrets', async () => {
    const { path } = await register(undefined, {
      components: {
        ...newRecord().components,
        console: { url: 'https://console.example.com', clientId: 'console' },
        webModeler: {
          url: 'https://modeler.example.com',
          ui: { clientId: 'ui' },
          api: { clientId: 'api' },
        },
      },
    });
    for (const client of ['console', 'webModeler.ui', 'operate', 'nonsense']) {
      const answer = await portal.guest.put(
        `${path}/clients/${client}/secret`,
        {
          value: 's3cret',
        },
      );
      expect({ client, status: answer.status }).toEqual({
        client,
        status: 400,
      });
    }
    for (const body of [
      {},
      { value: '' },
      { value: 5 },
      { value: 's3cret', slot: 'old' },
      { value: 's3cret', foo: 1 },
      { value: 'x' },
      { value: 'é'.repeat(2_049) },
    ])
      expect((await portal.guest.put(`${path}/${ZEEBE}`, body)).status).toBe(
        400,
      );
    const api = `${path}/clients/webModeler.api/secret`;
    expect((await portal.guest.put(api, { value: 's3cret' })).status).toBe(204);
    const { body } = await portal.guest.get(path);
    expect(body.components.webModeler.api.secret.stored).toBe(true);
  });

  it('are bound, and sent only to the token endpoint for which they were stored', async () => {
    const { path } = await register(counting.issuer);
    counting.state.answer = 200;
    const put = () => portal.guest.put(`${path}/${ZEEBE}`, { value: 's3cret' });
    await put();
    expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
    const sent = counting.state.requests;
    const edit = async (patch: object) => {
      const { etag } = (await portal.guest.get(path)).body;
      expect((await portal.guest.patch(path, etag, patch)).status).toBe(200);
    };

    const evil = await startCountingProvider();
    try {
      for (const patch of [
        { components: { zeebe: { clientId: 'other' } } },
        { provider: { issuer: evil.issuer } },
        { provider: { tokenUrl: `${evil.issuer}/token` } },
      ]) {
        await edit(patch);
        expect(await findings(path)).toEqual({
          'client.secret-unbound': 'unknown',
        });
        await edit({
          components: { zeebe: { clientId: 'camunda-zeebe' } },
          provider: { issuer: counting.issuer, tokenUrl: null },
        });
      }
      // The provider's document names another endpoint, first seen in this run.
      counting.state.tokenOrigin = evil.issuer;
      expect(await findings(path)).toEqual({
        'client.secret-unbound': 'unknown',
      });
      // It is still withheld once that endpoint is what is known of the provider.
      expect(await findings(path)).toEqual({
        'client.secret-unbound': 'unknown',
      });
      expect(evil.state.requests).toBe(0);
      expect(counting.state.requests).toBe(sent);
      // Only another PUT binds it again.
      evil.state.answer = 200;
      await put();
      expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
      expect(evil.state.requests).toBeGreaterThan(0);
    } finally {
      await evil.stop();
    }
  });

  it('are sent to the provider’s endpoint, even if containers use another address', async () => {
    counting.state.answer = 200;
    const { path } = await register(undefined, {
      provider: {
        type: 'GENERIC',
        issuer: counting.issuer,
        tokenUrl: 'http://keycloak.camunda.svc:8080/token',
      },
    });
    const put = () => portal.guest.put(`${path}/${ZEEBE}`, { value: 's3cret' });
    // Nothing is known about the provider yet, so the secret is bound to the entered address.
    await put();
    expect(await findings(path)).toEqual({
      'client.secret-unbound': 'unknown',
    });
    expect(counting.state.requests).toBe(0);
    await put();
    expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
  });

  it('are not tried again once the provider has refused them', async () => {
    const { path } = await register(counting.issuer);
    await portal.guest.put(`${path}/${ZEEBE}`, { value: 'wr0ng' });
    expect(await findings(path)).toEqual({ 'client.secret': 'fail' });
    const sent = counting.state.requests;
    expect(await findings(path)).toEqual({ 'client.secret': 'fail' });
    expect(counting.state.requests).toBe(sent);
    // The verdict stays.
    expect((await portal.guest.get(path)).body.health.status).toBe('fail');
    counting.state.answer = 200;
    await portal.guest.put(`${path}/${ZEEBE}`, { value: 'r1ght' });
    expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
    // A secret entered for the run takes precedence.
    counting.state.answer = 401;
    const { body } = await portal.guest.post(`${path}/checks`, {
      secrets: { zeebe: 'other' },
    });
    expect(body.findings).toContainEqual(
      expect.objectContaining({ code: 'client.secret', result: 'fail' }),
    );
    counting.state.answer = 200;
    expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
  });

  it('can have a next one, which can be promoted', async () => {
    const { path } = await register();
    const next = { value: right.secret, slot: 'next' };
    expect((await portal.guest.put(`${path}/${ZEEBE}`, next)).status).toBe(409);
    await portal.guest.put(`${path}/${ZEEBE}`, { value: 'old-wr0ng' });
    expect((await portal.guest.post(`${path}/${ZEEBE}/promote`)).status).toBe(
      409,
    );
    expect(
      (
        await portal.guest.put(`${path}/${ZEEBE}`, {
          ...next,
          expiresAt: '2028-01-01T00:00:00Z',
        })
      ).status,
    ).toBe(204);
    const view = (await portal.guest.get(path)).body.components.zeebe.secret;
    expect(view.next).toEqual({
      setAt: expect.any(String),
      setBy: 'user:default/guest',
      expiresAt: '2028-01-01T00:00:00.000Z',
    });
    expect(await findings(path)).toEqual({ 'client.secret': 'fail' });
    expect(
      (await portal.guest.delete(`${path}/${ZEEBE}?slot=current`)).status,
    ).toBe(409);
    expect((await portal.guest.post(`${path}/${ZEEBE}/promote`)).status).toBe(
      204,
    );
    const promoted = (await portal.guest.get(path)).body.components.zeebe
      .secret;
    expect(promoted).toMatchObject({
      stored: true,
      expiresAt: '2028-01-01T00:00:00.000Z',
    });
    expect(promoted.next).toBeUndefined();
    expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
  });

  it('are re-encrypted with the first key; records stay readable without their key', async () => {
    const { path } = await register();
    await portal.guest.put(`${path}/${ZEEBE}`, { value: right.secret });
    await restart(K2);
    expect(
      (await portal.guest.get(path)).body.components.zeebe.secret.stored,
    ).toBe(true);
    expect(await findings(path)).toEqual({
      'client.secret-unreadable': 'unknown',
    });
    // A different key under the same id decrypts nothing either.
    await restart({ ...key('k1') });
    expect(await findings(path)).toEqual({
      'client.secret-unreadable': 'unknown',
    });

    const lines: string[] = [];
    const logger = {
      info: (line: string) => lines.push(line),
      warn: (line: string) => lines.push(line),
    } as unknown as LoggerService;
    const rotate = (...keys: Array<typeof K1>) =>
      createSecretVault({
        knex,
        config: {
          secretKeys: keys.map(({ id: keyId, value }) => ({
            id: keyId,
            value: Buffer.from(value, 'base64'),
          })),
          providers: { clouds: MICROSOFT_CLOUDS },
        },
        logger,
        audit: silentAudit(),
        notifications: { send: async () => {} },
      }).tasks.rotation.run();
    await rotate(K2);
    expect(lines.splice(0)).toEqual([
      expect.stringContaining('need the key "k1"'),
    ]);
    await Promise.all([rotate(K2, K1), rotate(K2, K1)]);
    expect((await knex('stored_secrets'))[0].key_id).toBe('k2');
    expect(lines.join('\n')).toContain(
      'the key "k1" any more; it can be removed',
    );
    await restart(K2);
    expect(await findings(path)).toEqual({ 'client.secret': 'pass' });
  });

  it('are provided to the schedule once a day, and only for their own record', async () => {
    const first = await register();
    await portal.guest.put(`${first.path}/${ZEEBE}`, { value: right.secret });
    const second = await register(undefined, { name: 'second' });
    const { vault } = createSecretVault({
      knex,
      config: {
        secretKeys: [{ id: 'k1', value: Buffer.from(K1.value, 'base64') }],
        providers: { clouds: MICROSOFT_CLOUDS },
      },
      logger: {} as LoggerService,
      audit: silentAudit(),
      notifications: { send: async () => {} },
    });
    const store = new DatabaseConnectionsStore(knex);
    const record = (await store.find(first.id))!;
    expect(await vault.forCheck(record)).toEqual({
      secrets: { zeebe: right.secret },
      withheld: {},
      tokenOrigins: { zeebe: provider.issuer.replace(/(:\d+).*/, '$1') },
      versions: { zeebe: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(await vault.forCheck(record)).toMatchObject({
      secrets: {},
      withheld: { zeebe: 'asked-today' },
    });
    expect((await vault.forCheck(record, 'manual')).secrets).toHaveProperty(
      'zeebe',
    );

    // A row that was copied to another record, or altered, does not decrypt.
    const [row] = await knex('stored_secrets');
    await knex('stored_secrets').insert({ ...row, connection_id: second.id });
    const other = (await store.find(second.id))!;
    expect(await vault.forCheck(other, 'manual')).toMatchObject({
      secrets: {},
      withheld: { zeebe: 'unbound' },
    });
    await knex('stored_secrets').update({
      jwe: row.jwe.replace(/.{4}$/, 'AAAA'),
    });
    expect((await vault.forCheck(record, 'manual')).withheld).toEqual({
      zeebe: 'unreadable',
    });
    // The result of a run that sent another value says nothing about the current one.
    await vault.noteResult(first.id, 'zeebe', 'another', 'wrong');
    expect(
      (await knex('stored_secrets').where({ connection_id: first.id }))[0]
        .result,
    ).toBe('');
  });

  it('are deleted with a client that is removed from the record', async () => {
    const { path, etag } = await register();
    await portal.guest.put(`${path}/${ZEEBE}`, {
      value: right.secret,
      expiresAt: '2026-12-24T00:00:00Z',
    });
    await portal.guest.put(`${path}/clients/identity/secret`, {
      value: 'some-secret',
    });
    const zeebe = newRecord().components.zeebe;
    const without = await portal.guest.patch(path, etag, {
      components: { zeebe: null },
    });
    expect(without.body.secretsExpireAt).toBeUndefined();
    const again = await portal.guest.patch(path, without.body.etag, {
      components: { zeebe },
    });
    expect(again.body.components.zeebe.secret.stored).toBeUndefined();
    expect(again.body.components.identity.secret.stored).toBe(true);
    expect(again.body.secretsExpireAt).toBe('2027-03-01T00:00:00.000Z');
  });

  it('are deleted with their record', async () => {
    const { path, etag, id: recordId } = await register();
    await portal.guest.put(`${path}/${ZEEBE}`, { value: right.secret });
    await portal.guest.post(`${path}/checks`);
    await portal.guest.post(`${path}/initial-claim/set`);
    await knex('secret_notices').insert({
      connection_id: recordId,
      client: 'zeebe',
      expires_at: 'x',
      days: 1,
      sent_at: 'x',
    });
    expect((await portal.guest.delete(path, etag)).status).toBe(412);
    expect((await portal.guest.delete(path, '*')).status).toBe(204);
    for (const table of [
      'connections',
      'stored_secrets',
      'check_reports',
      'initial_claim_changes',
      'secret_notices',
    ])
      expect({ table, rows: await knex(table) }).toEqual({ table, rows: [] });
  });
});
