import { randomBytes } from 'node:crypto';
import {
  LOCAL_INITIAL_ACCESS_TOKEN,
  startLocalProvider,
  type LocalProvider,
  type ProviderConfiguration,
} from 'camunda-identity-test-provider';
import type { Knex } from 'knex';
import { fetch } from 'undici';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { recordingServices } from '../__testUtils__/recordingServices';

jest.setTimeout(90_000);

const databases = testDatabases();

const KEYS = [{ id: 'k1', value: randomBytes(32).toString('base64') }];
const AUDIENCES: Record<string, string> = {
  Identity: 'identity-api',
  Zeebe: 'zeebe-api',
  Console: 'console-api',
  billing: 'zeebe-api',
};

/** Sets the audience, which no registration can request, as the provider's administrators would. */
function withAudiences(
  configuration: ProviderConfiguration,
): ProviderConfiguration {
  const { resourceIndicators } = configuration.features!;
  return {
    ...configuration,
    features: {
      ...configuration.features,
      resourceIndicators: {
        ...resourceIndicators,
        async getResourceServerInfo(ctx, resource, client) {
          const info = await resourceIndicators!.getResourceServerInfo!(
            ctx,
            resource,
            client,
          );
          const [, title] =
            /^Camunda (\w+)/.exec(client.clientName ?? '') ?? [];
          return { ...info, audience: AUDIENCES[title] ?? info.audience };
        },
      },
    },
  };
}

const AWAITED = '<Client ID from your provider>';

function awaiting(issuer: string, change: object = {}) {
  return newRecord({
    provider: { type: 'GENERIC', issuer },
    components: {
      identity: {
        url: 'https://identity.payments.example.com',
        clientId: AWAITED,
        audience: 'identity-api',
      },
      zeebe: { clientId: AWAITED, audience: 'zeebe-api' },
      console: {
        url: 'https://console.payments.example.com',
        clientId: AWAITED,
        audience: 'console-api',
      },
    },
    machineClients: [{ name: 'billing', clientId: AWAITED, purpose: 'worker' }],
    ...change,
  });
}

const outcomes = (body: any) =>
  Object.fromEntries(
    body.items.map(({ client, outcome }: any) => [client, outcome]),
  );

describe.each(databases.eachSupportedId())('registrations on %s', id => {
  let provider: LocalProvider;
  let knex: Knex;
  let portal: Portal;
  let logged: string[];
  let path: string;
  let count = 0;
  /** Answers registration requests from now on; undefined leaves them to the provider. */
  let answered: any;
  let intercept: ((request: any) => any) | undefined;
  const token = LOCAL_INITIAL_ACCESS_TOKEN;

  beforeAll(async () => {
    provider = await startLocalProvider({
      port: 0,
      change: withAudiences,
      prepare: own =>
        own.use(async (ctx, next) => {
          const answer =
            ctx.path === '/reg' ? await intercept?.(ctx) : undefined;
          if (answer) Object.assign(ctx, answer);
          else await next();
          if (ctx.path === '/reg') answered = ctx.body;
        }),
    });
    knex = await databases.init(id);
    const recording = recordingServices();
    logged = recording.logged;
    portal = await startPortal({
      knex,
      features: recording.features,
      config: { secrets: { keys: KEYS }, checks: { onDemandPerMinute: 100 } },
    });
  });
  afterAll(async () => {
    await portal.stop();
    await provider.stop();
    await knex.destroy();
  });
  beforeEach(async () => {
    intercept = undefined;
    const { body } = await portal.guest.post(
      '/connections',
      awaiting(provider.issuer, { name: `registered-${(count += 1)}` }),
    );
    path = `/connections/${body.id}`;
  });

  const register = (body: object = {}) =>
    portal.guest.post(`${path}/registrations`, {
      initialAccessToken: token,
      ...body,
    });
  const clients = async () =>
    (await portal.guest.get(path)).body.clients as any[];

  it('are complete: the full check of the record passes, redirect URIs verified', async () => {
    const { status, body } = await register();
    expect([status, outcomes(body)]).toEqual([
      200,
      {
        identity: 'registered',
        zeebe: 'registered',
        console: 'registered',
        'machine.billing': 'registered',
      },
    ]);
    expect(body.items[0]).toEqual({
      client: 'identity',
      outcome: 'registered',
      clientId: expect.any(String),
      secretStored: true,
    });
    expect((await clients()).map(({ clientId }) => clientId)).toEqual(
      body.items.map(({ clientId }: any) => clientId),
    );
    const { body: report } = await portal.guest.post(`${path}/checks`);
    const bad = report.findings.filter(
      ({ result, subject }: any) => result === 'fail' && subject.client,
    );
    expect(bad).toEqual([]);
    expect(report.coverage.clients).toMatchObject({
      total: 4,
      secretsTested: 3,
    });
    const results = (code: string) =>
      report.findings
        .filter((entry: any) => entry.code === code)
        .map(({ subject, result }: any) => [subject.client, result])
        .sort();
    expect(results('client.secret')).toEqual([
      ['identity', 'pass'],
      ['machine.billing', 'pass'],
      ['zeebe', 'pass'],
    ]);
    expect(results('client.redirect-uri')).toEqual([
      // It has two redirect URIs.
      ['console', 'pass'],
      ['console', 'pass'],
      ['identity', 'pass'],
    ]);
  });

  it('keep existing applications: a second call creates nothing', async () => {
    const first = await register({ clients: ['zeebe'] });
    let requests = 0;
    intercept = () => {
      requests += 1;
      return undefined;
    };
    const second = await register({ clients: ['zeebe'] });
    expect(second.body.items).toEqual([
      {
        client: 'zeebe',
        outcome: 'kept',
        clientId: first.body.items[0].clientId,
      },
    ]);
    expect(requests).toBe(0);
  });

  it('replace only applications that the caller has seen', async () => {
    const first = await register({ clients: ['zeebe'] });
    const { clientId } = first.body.items[0];
    const call = { clients: ['zeebe'], replaces: { zeebe: clientId } };
    const second = await register(call);
    expect(second.body.items[0]).toMatchObject({ outcome: 'registered' });
    const third = await register(call);
    expect(third.body.items[0]).toMatchObject({
      outcome: 'kept',
      clientId: second.body.items[0].clientId,
    });
  });

  it('hand secrets out only on request', async () => {
    const { body } = await register({ clients: ['identity'], handOut: true });
    const [item] = body.items;
    expect(item.secret.length).toBeGreaterThan(20);
    expect(item.registrationClientUri).toContain(`/reg/${item.clientId}`);
    const told = await fetchReg(item);
    expect(told.redirect_uris).toEqual([
      'https://identity.payments.example.com/auth/login-callback',
    ]);
    const text = logged.join('\n');
    for (const secret of [item.secret, item.registrationAccessToken, token])
      expect(text).not.toContain(secret);
  });

  it('are refused with a wrong token, and succeed in a second call', async () => {
    const { status, body } = await register({
      initialAccessToken: 'wrong-tok',
    });
    expect(status).toBe(200);
    expect(outcomes(body)).toEqual({
      identity: 'failed',
      zeebe: 'not-tried',
      console: 'not-tried',
      'machine.billing': 'not-tried',
    });
    expect(body.items[0].message).toMatch(/status 401.*initial access token/);
    expect(Object.values(outcomes((await register()).body))).toEqual(
      Array(4).fill('registered'),
    );
  });

  it('that fail midway keep what was created; the next call does the rest', async () => {
    let requests = 0;
    intercept = () => {
      requests += 1;
      return requests === 3
        ? { status: 503, body: { error: 'temporarily_unavailable' } }
        : undefined;
    };
    const first = await register();
    expect(outcomes(first.body)).toEqual({
      identity: 'registered',
      zeebe: 'registered',
      console: 'failed',
      'machine.billing': 'not-tried',
    });
    const second = await register();
    expect(outcomes(second.body)).toEqual({
      identity: 'kept',
      zeebe: 'kept',
      console: 'registered',
      'machine.billing': 'registered',
    });
  });

  it('continue after an application that the provider refuses', async () => {
    let requests = 0;
    const refused = {
      status: 400,
      body: {
        error: 'invalid_redirect_uri',
        error_description: `not allowed here ${token}`,
      },
    };
    intercept = () => {
      requests += 1;
      return requests === 1 ? refused : undefined;
    };
    const { body } = await register();
    expect(Object.values(outcomes(body))).toEqual([
      'failed',
      'registered',
      'registered',
      'registered',
    ]);
    expect(body.items[0].message).toContain('invalid_redirect_uri');
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it('report what the provider registered differently', async () => {
    intercept = () => ({
      status: 201,
      body: {
        client_id: 'abc',
        redirect_uris: [],
        client_secret: 's'.repeat(20),
      },
    });
    const { body } = await register({ clients: ['identity'] });
    expect(body.items[0]).toMatchObject({
      outcome: 'registered',
      changed: ['redirect_uris'],
    });
  });

  it('that cannot be kept are taken back', async () => {
    intercept = async () => {
      await portal.guest.delete(path, '*');
    };
    const gone = await register({ clients: ['console'] });
    expect(gone.body.items[0].message).toMatch(/no connection.*taken back/);
    expect(
      await fetchReg({
        registrationClientUri: answered.registration_client_uri,
        registrationAccessToken: answered.registration_access_token,
      }),
    ).toMatchObject({ status: 401, error: 'invalid_token' });
  });

  it('that can neither be kept nor taken back are named', async () => {
    // No record can have this client ID, since chart templates would interpret it.
    intercept = () => ({ status: 201, body: { client_id: 'a{{b}}c' } });
    const { body } = await register({ clients: ['console'] });
    expect(body.items[0]).toMatchObject({ outcome: 'failed' });
    expect(body.items[0].message).toContain('Delete the application "a{{b}}c"');
    expect((await clients()).at(2).clientId).toBe(AWAITED);
  });

  it.each([
    ['two letters', 'zq', /at least 4 characters/],
    ['too long', 's3cret-'.repeat(700), /at most 4096 bytes/],
    ['unseen characters', 's3cret\u202evalue', /direction of text/],
  ])('with a secret of %s are not kept', async (_, secret, reason) => {
    intercept = () => ({
      status: 201,
      body: { client_id: 'abc\u202edef', client_secret: secret },
    });
    const { text, body } = await register({ clients: ['zeebe'] });
    expect(body.items[0]).toMatchObject({
      outcome: 'failed',
      message: expect.stringMatching(reason),
    });
    expect(body.items[0].message).toContain('Delete the application "abc def"');
    expect(text).not.toContain(secret);
    expect((await clients()).at(1)).toMatchObject({ clientId: AWAITED });
  });

  it('compare registered lists, whatever they contain', async () => {
    const odd = { toString: 1, valueOf: 1 };
    intercept = () => ({
      status: 201,
      body: { client_id: 'abc', redirect_uris: [odd, odd, null, ['x']] },
    });
    const { status, body } = await register({ clients: ['console'] });
    expect([status, body.items]).toEqual([
      200,
      [
        {
          client: 'console',
          outcome: 'registered',
          clientId: 'abc',
          changed: ['redirect_uris'],
        },
      ],
    ]);
  });

  it('that are refused do not repeat text that could be pieces of the token', async () => {
    const halves = [token.slice(0, 8), token.slice(8)];
    intercept = () => ({
      status: 401,
      body: {
        error: `invalid_token ${halves.join('-')}`,
        error_description: halves.join(' … '),
      },
    });
    const { text, body } = await register();
    expect(body.items[0].message).toContain('(status 401)');
    for (const half of halves) expect(text).not.toContain(half);
  });

  it('do not overwrite concurrent changes', async () => {
    intercept = async () => {
      const { body } = await portal.guest.get(path);
      await portal.guest.patch(path, body.etag, {
        components: { zeebe: { clientId: 'by-hand' } },
      });
    };
    const { body } = await register({ clients: ['zeebe'] });
    expect(body.items[0]).toMatchObject({ outcome: 'failed' });
    expect(body.items[0].message).toMatch(/Somebody else.*taken back/);
    const [, zeebe] = await clients();
    expect([zeebe.clientId, zeebe.secret?.stored]).toEqual([
      'by-hand',
      undefined,
    ]);
  });

  it('need a person who owns the record', async () => {
    expect((await portal.oskar.post(`${path}/registrations`, {})).status).toBe(
      403,
    );
    expect(
      (await portal.registrar.post(`${path}/registrations`, {})).status,
    ).toBe(403);
  });

  async function fetchReg(item: any) {
    const answer = await fetch(item.registrationClientUri, {
      headers: { Authorization: `Bearer ${item.registrationAccessToken}` },
    });
    return { status: answer.status, ...((await answer.json()) as any) };
  }
});

describe('without keys for secrets', () => {
  let provider: LocalProvider;
  let knex: Knex;
  let portal: Portal;

  beforeAll(async () => {
    provider = await startLocalProvider({ port: 0 });
    knex = await databases.init('SQLITE_3');
    portal = await startPortal({ knex });
  });
  afterAll(async () => {
    await portal.stop();
    await provider.stop();
    await knex.destroy();
  });

  it('no application with a secret is created, unless the caller takes the secret', async () => {
    const { body: record } = await portal.guest.post(
      '/connections',
      awaiting(provider.issuer),
    );
    const path = `/connections/${record.id}/registrations`;
    const body = { initialAccessToken: LOCAL_INITIAL_ACCESS_TOKEN };
    const refused = await portal.guest.post(path, body);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/identity, zeebe.*handOut/);
    const taken = await portal.guest.post(path, { ...body, handOut: true });
    expect(taken.body.items[0]).toMatchObject({
      outcome: 'registered',
      secret: expect.any(String),
    });
    expect(taken.body.items[0]).not.toHaveProperty('secretStored');
  });

  it('reports a provider without dynamic registration', async () => {
    const none = await startLocalProvider({
      port: 0,
      change: ({ features, ...rest }) => ({
        ...rest,
        features: {
          ...features,
          registration: undefined,
          registrationManagement: undefined,
        },
      }),
    });
    const { body: record } = await portal.guest.post(
      '/connections',
      awaiting(none.issuer, { name: 'none' }),
    );
    const { status, body } = await portal.guest.post(
      `/connections/${record.id}/registrations`,
      { handOut: true },
    );
    await none.stop();
    expect([status, body.error.message]).toEqual([
      409,
      expect.stringContaining('names no registration endpoint'),
    ]);
    const down = await portal.guest.post(
      `/connections/${record.id}/registrations`,
      { handOut: true },
    );
    expect(down.status).toBe(409);
  });
});
