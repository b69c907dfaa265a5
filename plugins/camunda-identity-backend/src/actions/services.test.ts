import { mockCredentials } from '@backstage/backend-test-utils';
import acmeChecks from 'camunda-identity-test-provider-checks-module';
import request from 'supertest';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal } from '../__testUtils__/portal';
import { recordingServices } from '../__testUtils__/recordingServices';

jest.setTimeout(60_000);

const databases = testDatabases();
const base = '/api/camunda-identity/.backstage/actions/v1/actions';

type Options = Parameters<typeof startPortal>[0];

/** A portal whose actions are called as a given user. */
async function startTools(options: Options) {
  const portal = await startPortal(options);
  const invoke = (name: string, input: object, user = 'guest') =>
    request(portal.server)
      .post(`${base}/${encodeURIComponent(`camunda-identity:${name}`)}/invoke`)
      .set('Authorization', mockCredentials.user.header(`user:default/${user}`))
      .send(input);
  return { portal, invoke };
}

it('explains the codes of other modules, as the API lists them', async () => {
  const knex = await databases.init('SQLITE_3');
  const { portal, invoke } = await startTools({ knex, features: [acmeChecks] });
  const { body: listed } = await portal.guest.get('/findings');
  const code = 'acme.support-contact';
  const { body } = await invoke('explain-finding', { code });
  expect(body.output).toEqual(
    listed.items.find((entry: { code: string }) => entry.code === code),
  );
  expect(body.output.title).toBe('Support contact');
  await portal.stop();
  await knex.destroy();
});

it('answers 400 for a cloud that was removed from the configuration, as the API does', async () => {
  const knex = await databases.init('SQLITE_3');
  const before = await startPortal({
    knex,
    config: {
      microsoft: {
        clouds: {
          sovereign: {
            title: 'Sovereign cloud',
            loginBaseUrl: 'https://login.example.com',
          },
        },
      },
    },
  });
  const { body: record } = await before.guest.post(
    '/connections',
    newRecord({
      provider: {
        type: 'MICROSOFT',
        tenantId: '9A95FD9E-005D-487A-9A01-D08C1EAB2757',
        cloud: 'sovereign',
      },
    }),
  );
  await before.stop();
  const { portal, invoke } = await startTools({ knex });
  const asked = await portal.guest.get(
    `/connections/${record.id}/config?format=helm`,
  );
  const { status, body } = await invoke('write-config', {
    name: 'payments-prod',
    format: 'helm',
  });
  expect([status, body.error.message]).toEqual([
    asked.status,
    asked.body.error.message,
  ]);
  expect(status).toBe(400);
  await portal.stop();
  await knex.destroy();
});

it('audits every check with its caller, including refused ones', async () => {
  const knex = await databases.init('SQLITE_3');
  const { logged, features } = recordingServices();
  const { portal, invoke } = await startTools({
    knex,
    features,
    config: { checks: { onDemandPerMinute: 1 } },
  });
  const { body: record } = await portal.guest.post('/connections', newRecord());
  const { id, name } = record;
  logged.splice(0);
  for (const [input, user, expected] of [
    [{ name }, 'guest', 200],
    [{ id }, 'oskar', 200],
    [{ id }, 'oskar', 409],
    [{ id: '2f6c3c5e-1111-4222-8333-944455556666' }, 'guest', 404],
    [{ name: 'no-such' }, 'guest', 404],
    [{ id: 'p4ssw0rd with spaces' }, 'guest', 404],
    [{}, 'guest', 400],
  ] as const) {
    const { status } = await invoke('check-connection', input, user);
    expect([input, status]).toEqual([input, expected]);
  }
  await invoke('get-connection', { id });
  await invoke('list-connections', {});
  await portal.stop();
  await knex.destroy();

  const events = logged
    .map(line => JSON.parse(line))
    .filter(
      ({ isAuditEvent, eventId }) =>
        isAuditEvent && eventId === 'connection-check',
    );
  const ended = events.filter(({ status }) => status !== 'initiated');
  expect(events).toHaveLength(ended.length * 2);
  const by = (user: string) => ({
    actionType: 'check',
    by: `user:default/${user}`,
  });
  expect(
    ended.map(({ status, severityLevel, meta }) => [
      `${severityLevel} ${status}`,
      meta,
    ]),
  ).toEqual([
    ['low succeeded', { ...by('guest'), connectionId: id }],
    ['low succeeded', { ...by('oskar'), connectionId: id }],
    ['low failed', { ...by('oskar'), connectionId: id }],
    [
      'low failed',
      {
        ...by('guest'),
        connectionId: '2f6c3c5e-1111-4222-8333-944455556666',
      },
    ],
    ['low failed', by('guest')],
    ['low failed', by('guest')],
    ['low failed', by('guest')],
  ]);
  expect(JSON.stringify(events)).not.toContain('p4ssw0rd');
});
