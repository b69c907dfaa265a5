import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal } from '../__testUtils__/portal';
import { recordingServices } from '../__testUtils__/recordingServices';

jest.setTimeout(60_000);

const databases = testDatabases();

it('audits every write, secret use and check, and nothing personal', async () => {
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
