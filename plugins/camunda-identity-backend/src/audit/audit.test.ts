import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { ROUTES } from 'backstage-plugin-camunda-identity-common/openapi';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { recordingServices } from '../__testUtils__/recordingServices';

jest.setTimeout(60_000);

const databases = testDatabases();

it('covers every write, secret use and check, without personal data', async () => {
  const knex = await databases.init('SQLITE_3');
  const { logged, features } = recordingServices();
  const portal = await startPortal({
    knex,
    features,
    config: {
      secrets: {
        keys: [{ id: 'k', value: Buffer.alloc(32, 9).toString('base64') }],
      },
    },
  });
  const { guest } = portal;
  const claim = '7f3c1d52-1111-4222-8333-944455556666';
  const { body } = await guest.post('/connections', newRecord());
  const path = `/connections/${body.id}`;
  const secret = `${path}/clients/zeebe/secret`;
  await guest.get(path);
  await guest.get('/connections');
  const patched = await guest.patch(path, body.etag, { title: 'T' });
  await guest.patch(path, 'stale', { title: 'U' });
  await guest.put(secret, { value: 's3cret-value' });
  await guest.put(secret, { value: 's3cret-value', slot: 'next' });
  await guest.post(`${secret}/promote`);
  await guest.post(`${path}/checks`);
  await guest.post('/provider-checks', {
    provider: { type: 'GENERIC', issuer: 'https://127.0.0.1:1' },
  });
  await guest.post(`${path}/registrations`, {});
  await guest.delete(secret);
  await guest.post(`${path}/initial-claim/set`);
  await guest.post(`${path}/initial-claim/changes`, {
    name: 'email',
    value: 'ada@example.com',
    reason: 'Ada took over',
    changedInDatabase: true,
  });
  await guest.post(`${path}/initial-claim/reset`, {
    databaseRecreated: true,
    reason: 'new cluster',
  });
  await portal.oskar.delete(path, patched.body.etag);
  await guest.delete(path, '*');
  await portal.stop();
  await knex.destroy();

  const events = logged
    .map(line => JSON.parse(line))
    .filter(event => event.isAuditEvent);
  const ended = events.filter(({ status }) => status !== 'initiated');
  expect(events).toHaveLength(ended.length * 2);
  const id = body.id;
  expect(
    ended.map(({ eventId, severityLevel, status, meta }) => [
      `${eventId} ${severityLevel} ${status}`,
      meta,
    ]),
  ).toEqual([
    [
      'connection-mutate medium succeeded',
      { actionType: 'create', connectionId: id, status: 201 },
    ],
    ...[
      ['connection-mutate medium succeeded', 'update', 200],
      ['connection-mutate medium failed', 'update', 412],
      ['secret-mutate high succeeded', 'put', 204, 'zeebe'],
      ['secret-mutate high succeeded', 'put', 204, 'zeebe'],
      ['secret-mutate high succeeded', 'promote', 204, 'zeebe'],
    ].map(([what, actionType, status, client]) => [
      what,
      {
        actionType,
        connectionId: id,
        ...(client ? { client } : {}),
        ...(status ? { status } : {}),
      },
    ]),
    [
      'secret-use medium succeeded',
      { connectionId: id, by: 'user:default/guest', clients: ['zeebe'] },
    ],
    [
      'connection-check low succeeded',
      { actionType: 'check', connectionId: id, status: 201 },
    ],
    [
      'connection-check low succeeded',
      { actionType: 'check-draft', status: 200 },
    ],
    [
      'connection-mutate high succeeded',
      { actionType: 'register-applications', connectionId: id, status: 200 },
    ],
    [
      'secret-mutate high succeeded',
      { actionType: 'delete', connectionId: id, client: 'zeebe', status: 204 },
    ],
    ...['set', 'change', 'reset'].map(actionType => [
      'initial-claim-mutate medium succeeded',
      { actionType, connectionId: id, status: 200 },
    ]),
    [
      'connection-mutate medium failed',
      { actionType: 'delete', connectionId: id, status: 403 },
    ],
    [
      'connection-mutate medium succeeded',
      { actionType: 'delete', connectionId: id, status: 204 },
    ],
  ]);
  expect(ended[0].actor.actorId).toBe('user:default/guest');
  const text = JSON.stringify(events);
  for (const word of [claim, 'ada@', 'Ada took over', 's3cret', 'idp.example'])
    expect(text).not.toContain(word);
});

describe('calls that could bypass the audit', () => {
  let knex: Knex;
  let portal: Portal;
  let logged: string[];

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    const recording = recordingServices();
    logged = recording.logged;
    portal = await startPortal({ knex, features: recording.features });
  });
  afterEach(async () => {
    await portal.stop();
    await knex.destroy();
  });

  const ended = () =>
    logged
      .map(line => JSON.parse(line))
      .filter(
        ({ isAuditEvent, status }) => isAuditEvent && status !== 'initiated',
      );
  const asGuest = (method: 'post' | 'put' | 'patch' | 'delete', path: string) =>
    request(portal.server)
      [method](`/api/camunda-identity${path}`)
      .set('Authorization', mockCredentials.user.header('user:default/guest'));

  it('are audited for every write of the API', async () => {
    const reads = [
      'compareConfig',
      'upgradeValues',
      'upgradeConnection',
      'writeProviderSetup',
    ];
    const writes = Object.entries(ROUTES)
      .filter(([id, { method }]) => method !== 'get' && !reads.includes(id))
      .map(([, route]) => route);
    expect(writes.length).toBeGreaterThan(10);
    for (const { method, path } of writes) {
      logged.length = 0;
      const call = path.replace(':id', 'an-id').replace(':client', 'zeebe');
      await asGuest(method as 'post', call).send({});
      expect({ path, events: ended().length }).toEqual({ path, events: 1 });
      expect(ended()[0].meta.connectionId).toBe(
        path.includes(':id') ? 'an-id' : undefined,
      );
    }
  });

  it('are audited for other spellings of a path that match a route', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    logged.length = 0;
    const upper = await asGuest('delete', `/v1/CONNECTIONS/${body.id}`).set(
      'If-Match',
      '*',
    );
    expect(upper.status).toBe(404);
    const encoded = body.id.replace(/-/g, '%2D');
    const patched = await asGuest('patch', `/v1/connections/${encoded}`)
      .set('If-Match', '*')
      .send({ title: 'T' });
    expect(patched.status).toBe(200);
    expect(ended().map(({ meta }) => meta)).toEqual([
      { actionType: 'update', connectionId: body.id, status: 200 },
    ]);
  });

  it('are audited if their body is refused', async () => {
    for (const [type, text] of [
      ['application/json', '{'],
      ['text/plain', 'x'],
      ['application/json', `{"a":"${'x'.repeat(300_000)}"}`],
    ]) {
      logged.length = 0;
      await asGuest('post', '/v1/connections')
        .set('Content-Type', type)
        .send(text);
      expect(ended()).toEqual([
        expect.objectContaining({
          eventId: 'connection-mutate',
          status: 'failed',
        }),
      ]);
    }
  });

  it('are audited with the user who entered secrets for a run', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    logged.length = 0;
    const secrets = { zeebe: 'g1ven-secret' };
    await portal.guest.post(`/connections/${body.id}/checks`, { secrets });
    await portal.oskar.post('/provider-checks', {
      provider: { type: 'GENERIC', issuer: 'https://127.0.0.1:1' },
      camundaVersion: '8.7',
      components: newRecord().components,
      secrets,
    });
    const used = ended().filter(({ eventId }) => eventId === 'secret-use');
    expect(used.map(({ meta }) => meta)).toEqual([
      { connectionId: body.id, by: 'user:default/guest', given: ['zeebe'] },
      { by: 'user:default/oskar', given: ['zeebe'] },
    ]);
  });

  it('are audited if secrets are deleted with their client or record', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    const path = `/connections/${body.id}`;
    const row = {
      connection_id: body.id,
      slot: 'current',
      jwe: 'x',
      key_id: 'k',
      set_at: 'x',
      set_by: 'x',
      version: 'v',
    };
    await knex('stored_secrets').insert([
      { ...row, client: 'zeebe' },
      { ...row, client: 'identity' },
    ]);
    logged.length = 0;
    await portal.guest.patch(path, '*', { components: { zeebe: null } });
    await portal.guest.delete(path, '*');
    const dropped = ended().filter(
      ({ eventId }) => eventId === 'secret-mutate',
    );
    expect(dropped.map(({ meta }) => meta)).toEqual([
      { actionType: 'drop', connectionId: body.id, clients: ['zeebe'] },
      { actionType: 'drop', connectionId: body.id, clients: ['identity'] },
    ]);
  });

  it('are audited if a stream ends with an error, without internal details', async () => {
    const { body } = await portal.guest.post('/connections', newRecord());
    await knex.raw(
      "create trigger refuse before insert on check_reports begin select raise(abort, 'disk full at /var/lib'); end",
    );
    logged.length = 0;
    const { text } = await portal.guest
      .post(`/connections/${body.id}/checks`)
      .set('Accept', 'text/event-stream');
    expect(text).toMatch(/event: error\ndata: .*InternalServerError/);
    expect(text).not.toMatch(/disk full|check_reports|insert/);
    const [, logId] = text.match(/log has it under ([\w-]+)/)!;
    expect(logged.filter(line => line.includes(logId)).join()).toContain(
      'disk full',
    );
    expect(ended().pop()).toMatchObject({
      eventId: 'connection-check',
      status: 'failed',
    });
  });
});
