/* eslint-disable jest/expect-expect -- the helpers hold calls against the document */
import type { Test } from 'supertest';
import { createOpenApiDocument } from 'backstage-plugin-camunda-identity-common/openapi';
import { testDatabases } from '../__testUtils__/databases';
import { createDocumented } from '../__testUtils__/documented';
import { startIssuers, type Issuers } from '../__testUtils__/issuers';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();
const { taken, failed } = createDocumented();

it('every operation documents the answer for an unavailable database', () => {
  const { paths } = createOpenApiDocument();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods))
      expect([method, path, Object.keys((operation as any).responses)]).toEqual(
        [method, path, expect.arrayContaining(['503'])],
      );
});

describe.each(databases.eachSupportedId())('answers on %s', id => {
  let portal: Portal;
  let issuers: Issuers;
  let destroy: () => Promise<void>;
  let path: string;
  let etag: string;
  let count = 0;

  beforeAll(async () => {
    const knex = await databases.init(id);
    issuers = await startIssuers();
    portal = await startPortal({
      knex,
      config: { checks: { onDemandPerMinute: 2 } },
    });
    destroy = () => knex.destroy();
  });
  afterAll(async () => {
    await portal.stop();
    await issuers.stop();
    await destroy();
  });
  beforeEach(async () => {
    const { body } = await taken(
      portal.guest.post(
        '/connections',
        newRecord({
          name: `r-${(count += 1)}`,
          entityRef: 'System:default/Payments-camunda',
          provider: { type: 'GENERIC', issuer: issuers.url('a') },
        }),
      ),
      201,
    );
    path = `/connections/${body.id}`;
    etag = body.etag;
  });

  it('of reads and checks are documented, in every form', async () => {
    const { guest } = portal;
    for (const query of [
      '/connections?entityRef=System:default/Payments-camunda&limit=5&count=true',
      '/connections?owner=Group:default/Team-payments&order=desc&sort=status',
      path,
      `${path}/config?format=env&style=compose&component=identity`,
      `${path}/checks?limit=1`,
      `${path}/initial-claim/changes`,
      '/camunda/8.7',
      '/findings',
      '/provider-presets',
    ])
      await taken(guest.get(query));
    for (const type of ['text/plain', 'application/yaml']) {
      const call = guest.get(`${path}/config?format=helm`).set('Accept', type);
      expect((await taken(call)).type).toBe(type);
    }
    const asStream = (call: Test) => call.set('Accept', 'text/event-stream');
    await taken(guest.post(`${path}/checks`), 201);
    await taken(asStream(guest.post(`${path}/checks`, { secrets: {} })), 201);
    await failed(guest.post(`${path}/checks`), 429);
    const draft = { provider: { type: 'GENERIC', issuer: issuers.url('a') } };
    await taken(guest.post('/provider-checks', draft));
    await taken(asStream(guest.post('/provider-checks', draft)));
    await taken(
      guest.post(`${path}/config-comparisons`, {
        format: 'helm',
        content: 'global: {}\n',
      }),
    );
    await taken(
      guest.post('/config-upgrades', { from: '8.7', to: '8.8', content: '' }),
    );
    await taken(guest.get('/connections?view=summary'));
    await taken(guest.post(`${path}/upgrades`, { to: '8.8' }));
    await failed(guest.post(`${path}/upgrades`, { to: '8.5' }), 400);
    const { body: setup } = await taken(
      guest.get(`${path}/provider-setup?product=keycloak`),
    );
    expect(setup.files.map((file: any) => file.path)).toContain(
      'keycloak/create-clients.sh',
    );
    const { body: files } = await taken(
      guest.get(`${path}/provider-setup?product=okta&form=files`),
    );
    expect(files.steps).toEqual([]);
    await taken(
      guest.post('/provider-setups?form=steps', {
        provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
        components: {},
      }),
    );
    await failed(
      guest.post(`${path}/registrations`, { clients: ['console'] }),
      400,
    );
    await failed(guest.post(`${path}/registrations`, { clients: [] }), 400);
    await taken(guest.post(`${path}/registrations`, {}));
    await taken(guest.post(`${path}/registrations`, { handOut: true }));
    await failed(guest.post(`${path}/registrations`, {}), 429);
    await failed(guest.get(`${path}/provider-setup?product=entra`), 400);
    await failed(guest.get(`${path}/provider-setup?product=other`), 400);
  });

  it('with summaries take at most 1 KiB per record', async () => {
    const long = (length: number) =>
      'long-'.repeat(length).slice(0, length - 1);
    const { body } = await taken(
      portal.guest.post(
        '/connections',
        newRecord({
          name: long(63),
          title: long(100),
          description: long(2_000),
          owner: 'group:default/team-payments',
          provider: {
            type: 'GENERIC',
            // As long as issuers of Entra External ID, or with a realm in the path, get.
            issuer: `${issuers.url('a')}/${long(120)}`,
          },
        }),
      ),
      201,
    );
    await taken(portal.guest.post(`/connections/${body.id}/checks`), 201);
    const list = await taken(
      portal.guest.get(`/connections?view=summary&q=${body.name}`),
    );
    const [summary] = list.body.items;
    expect(Object.keys(summary).sort()).toEqual(
      [
        ...['camundaVersion', 'entityRef', 'etag', 'health', 'id'],
        ...['initialClaim', 'name', 'owner', 'providerSummary'],
        ...['secretsExpireAt', 'title', 'updatedAt', 'updatedBy', 'upgrade'],
      ].sort(),
    );
    expect(summary.health.reportId).toBeDefined();
    expect(Buffer.byteLength(JSON.stringify(summary))).toBeLessThan(1024);
  });

  it('of login tests are documented', async () => {
    const { guest, oskar, nobody } = portal;
    const body = { client: 'identity', secret: 'some-secret' };
    const begin = `${path}/login-tests`;
    const { body: test } = await taken(guest.post(begin, body), 201);
    const complete = () => guest.post(`/login-tests/${test.id}/completion`);
    await failed(complete(), 409);
    const state = new URL(test.authorizationUrl).searchParams.get('state');
    await taken(
      nobody.get(`/login-tests/callback?state=${state}&code=made-up`),
      303,
    );
    const { body: result } = await taken(complete());
    expect(result.status).not.toBe('pass');
    await failed(complete(), 404);
    await failed(oskar.post(begin, body), 403);
    await failed(guest.post('/connections/nope/login-tests', body), 404);
    await failed(guest.post(begin, { client: 'zeebe' }), 409);
    await failed(guest.post(begin, { client: 'other' }), 400);
    const draft = {
      ...body,
      provider: { type: 'GENERIC', issuer: issuers.url('a') },
      camundaVersion: '8.7',
      components: newRecord().components,
    };
    await taken(guest.post('/login-tests', draft), 201);
    await taken(guest.post('/login-tests', draft), 201);
    await failed(guest.post('/login-tests', draft), 429);
    await failed(oskar.post('/login-tests', { ...draft, secret: '' }), 400);
  });

  it('about the initial claim are documented', async () => {
    const claim = `${path}/initial-claim`;
    const change = { name: 'email', value: 'a@example.com', reason: 'r' };
    await taken(portal.guest.post(`${claim}/set`));
    await failed(portal.guest.post(`${claim}/changes`, change), 409);
    await taken(
      portal.guest.post(`${claim}/changes`, {
        ...change,
        changedInDatabase: true,
      }),
    );
    await taken(
      portal.guest.post(`${claim}/reset`, {
        databaseRecreated: true,
        reason: 'r',
      }),
    );
  });

  it('of failing calls are documented', async () => {
    const { guest, oskar, nobody } = portal;
    const secret = `${path}/clients/zeebe/secret`;
    await failed(nobody.get(path), 401);
    await failed(oskar.patch(path, etag, { title: 'T' }), 403);
    await failed(oskar.put(secret, { value: 'some-secret' }), 403);
    await failed(
      oskar.post(`${path}/checks`, { secrets: { zeebe: 'some-secret' } }),
      403,
    );
    await failed(guest.get('/connections/nope'), 404);
    await failed(guest.get('/connections/by-name/nope'), 404);
    await failed(guest.get(`${path}/checks/nope`), 404);
    await failed(guest.get('/camunda/7.9'), 404);
    const { name } = (await guest.get(path)).body;
    await failed(guest.post('/connections', newRecord({ name })), 409);
    await failed(guest.put(secret, { value: 'some-secret' }), 409);
    await failed(oskar.post(`${path}/registrations`, {}), 403);
    const replaces = { zeebe: 'camunda-zeebe' };
    await failed(guest.post(`${path}/registrations`, { replaces }), 409);
    await failed(guest.delete(secret), 409);
    await failed(guest.post(`${secret}/promote`), 409);
    await failed(guest.patch(path, 'stale', { title: 'T' }), 412);
    await failed(guest.delete(path, 'stale'), 412);
    await failed(guest.patch(path, undefined, { title: 'T' }), 428);
    await failed(guest.delete(path), 428);
    const content = 'x'.repeat(257 * 1024);
    await failed(
      guest.post('/config-upgrades', { from: '8.7', to: '8.8', content }),
      413,
    );
    await taken(guest.delete(path, etag), 204);
  });
});
