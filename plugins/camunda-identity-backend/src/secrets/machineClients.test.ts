import { randomBytes } from 'node:crypto';
import {
  localClients,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import type { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

/** A name of maximum length, so that the client key is longer than any component's. */
const NAME = `billing-${'x'.repeat(55)}`;
const KEY = `machine.${NAME}`;

describe.each(databases.eachSupportedId())('machine clients on %s', id => {
  const known = localClients('generic').find(
    client => client.key === 'connectors',
  )!;
  let provider: LocalProvider;
  let knex: Knex;
  let portal: Portal;
  let path: string;
  let count = 0;

  beforeAll(async () => {
    provider = await startLocalProvider({ port: 0 });
    knex = await databases.init(id);
    portal = await startPortal({
      knex,
      config: {
        secrets: {
          keys: [{ id: 'k1', value: randomBytes(32).toString('base64') }],
        },
        checks: { onDemandPerMinute: 100 },
      },
    });
  });
  beforeEach(async () => {
    const { body } = await portal.guest.post(
      '/connections',
      newRecord({
        name: `machines-${(count += 1)}`,
        provider: { type: 'GENERIC', issuer: provider.issuer },
        machineClients: [
          { name: NAME, clientId: known.clientId, purpose: 'worker' },
        ],
      }),
    );
    path = `/connections/${body.id}`;
  });
  afterAll(async () => {
    await portal.stop();
    await provider.stop();
    await knex.destroy();
  });

  it('are applications of the record', async () => {
    const { body } = await portal.guest.get(path);
    expect(body.clients.at(-1)).toMatchObject({
      key: KEY,
      clientId: known.clientId,
      grantTypes: ['client_credentials'],
    });
  });

  const verdict = async (body: object = {}) => {
    const report = await portal.guest.post(`${path}/checks`, body);
    expect(report.status).toBe(201);
    return report.body.findings.find(
      ({ code, subject }: any) =>
        code === 'client.secret' && subject.client === KEY,
    )?.result;
  };

  it('are checked with a secret of the request', async () => {
    expect(await verdict({ secrets: { [KEY]: known.secret } })).toBe('pass');
    const unknown = await portal.guest.post(`${path}/checks`, {
      secrets: { 'machine.other': 'x'.repeat(20) },
    });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toContain('machine.other');
  });

  it('keep a stored secret through edits, and lose it with the client', async () => {
    const put = await portal.guest.put(`${path}/clients/${KEY}/secret`, {
      value: known.secret,
      expiresAt: '2027-02-01T00:00:00Z',
    });
    expect(put.status).toBe(204);
    const { body } = await portal.guest.get(path);
    expect(body.machineClients[0].secret).toMatchObject({
      stored: true,
      setBy: 'user:default/guest',
    });
    expect(body.secretsExpireAt).toBe('2027-02-01T00:00:00.000Z');
    expect(await verdict()).toBe('pass');

    const edited = await portal.guest.patch(path, body.etag, { title: 'T' });
    expect(edited.body.machineClients[0].secret.stored).toBe(true);
    const config = await portal.guest.get(
      `${path}/config?format=env&component=${KEY}`,
    );
    expect(config.text).toContain('CAMUNDA_CLIENT_AUTH_CLIENTID');
    expect(config.text).not.toContain(known.secret);

    const without = await portal.guest.patch(path, edited.body.etag, {
      machineClients: null,
    });
    expect(without.status).toBe(200);
    expect(without.body.machineClients).toBeUndefined();
    expect(await knex('stored_secrets')).toEqual([]);
  });
});
