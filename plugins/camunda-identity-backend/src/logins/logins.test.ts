import type { Request } from 'express';
import type { Knex } from 'knex';
import {
  localClients,
  LOCAL_TENANT_ID,
  PERSON,
  signIn,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { recordingServices } from '../__testUtils__/recordingServices';

jest.setTimeout(120_000);

const databases = testDatabases();
const APP = 'https://portal.example.com/camunda-identity';
const CALLBACK = '/login-tests/callback';
const SECRET = localClients('generic').find(({ key }) => key === 'identity')!
  .secret!;
const KEYS = {
  keys: [{ id: 'k', value: Buffer.alloc(32, 7).toString('base64') }],
};

type Agent = Portal['guest'];

describe.each(databases.eachSupportedId())('login tests on %s', databaseId => {
  let knex: Knex;
  let portal: Portal;
  let provider: LocalProvider | undefined;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
  });
  afterAll(() => knex.destroy());
  afterEach(async () => {
    await portal.stop();
    await provider?.stop();
    provider = undefined;
    for (const table of ['connections', 'login_tests', 'on_demand_runs'])
      await knex(table).delete();
  });

  const start = async (
    options: Partial<Parameters<typeof startPortal>[0]> = {},
    providerOptions: Partial<Parameters<typeof startLocalProvider>[0]> = {},
  ) => {
    portal = await startPortal({
      knex,
      ...options,
      config: { secrets: KEYS, ...options.config },
    });
    const port = portal.server.port();
    provider = await startLocalProvider({
      port: 0,
      loginTestUri: `http://localhost:${port}/api/camunda-identity/v1${CALLBACK}`,
      ...providerOptions,
    });
  };

  const register = async (change: Record<string, unknown> = {}) => {
    const { status, body } = await portal.guest.post(
      '/connections',
      newRecord({
        provider: { type: 'GENERIC', issuer: provider!.issuer },
        initialClaim: { value: PERSON.oid },
        ...change,
      }),
    );
    expect(status).toBe(201);
    return { body, path: `/connections/${body.id}` };
  };

  const begin = async (path: string, body: object, agent = portal.guest) => {
    const answer = await agent.post(`${path}/login-tests`, body);
    expect([answer.status, answer.body.error?.message]).toEqual([
      201,
      undefined,
    ]);
    return answer.body as {
      id: string;
      authorizationUrl: string;
      redirectUri: string;
      expiresAt: string;
    };
  };

  /** Calls as a browser without Backstage credentials. */
  const comeBack = (url: URL, agent: Agent = portal.nobody) =>
    agent.get(`${CALLBACK}${url.search}`);

  const complete = (id: string, agent = portal.guest) =>
    agent.post(`/login-tests/${id}/completion`);

  const verifiedOf = async (path: string) =>
    (await portal.guest.get(path)).body.verified;

  it('lead through the provider and back, and mark the record as verified', async () => {
    const { logged, features } = recordingServices();
    await start({ features });
    const { path, body } = await register();
    const test = await begin(path, { client: 'identity', secret: SECRET });
    expect(test.redirectUri).toMatch(
      /\/api\/camunda-identity\/v1\/login-tests/,
    );
    const asked = new URL(test.authorizationUrl).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'camunda-identity',
      redirect_uri: test.redirectUri,
      scope: 'openid profile email offline_access',
      code_challenge_method: 'S256',
      nonce: expect.any(String),
    });

    const stored = async () => JSON.stringify(await knex('login_tests'));
    for (const word of [
      SECRET,
      test.id,
      asked.get('state'),
      asked.get('nonce'),
      PERSON.oid,
    ])
      expect(await stored()).not.toContain(word);

    expect((await complete(test.id)).status).toBe(409);
    const back = await signIn(test.authorizationUrl);
    const sent = await comeBack(back);
    expect(sent.status).toBe(303);
    expect(sent.headers).toMatchObject({
      location: `${APP}/payments-prod/login/${test.id}`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(await stored()).not.toContain(back.searchParams.get('code'));
    expect(await verifiedOf(path)).toBeUndefined();

    const result = await complete(test.id);
    expect(result.status).toBe(200);
    expect(result.headers['cache-control']).toBe('no-store');
    expect(result.body).toMatchObject({
      connectionId: body.id,
      client: 'identity',
      status: 'pass',
      verified: true,
      signedInAs: PERSON.preferred_username,
      initialClaim: { name: 'oid', verdict: 'matches' },
    });
    expect(await verifiedOf(path)).toEqual({
      at: result.body.finishedAt,
      by: 'user:default/guest',
      client: 'identity',
    });
    const { body: list } = await portal.guest.get('/connections?view=summary');
    expect(list.items[0].verified.client).toBe('identity');
    // No personal data is left anywhere.
    expect(await knex('login_tests')).toEqual([]);
    const [row] = await knex('connections').select('verified', 'verdicts');
    const left = JSON.stringify([row, logged]);
    for (const word of ['alice', 'Aster', SECRET, 'eyJ'])
      expect(left).not.toContain(word);
    expect(
      logged
        .map(line => JSON.parse(line))
        .filter(
          ({ isAuditEvent, status }) => isAuditEvent && status === 'succeeded',
        )
        .map(({ eventId, meta }) => [
          eventId,
          meta.actionType,
          meta.connectionId,
        ])
        .slice(1),
    ).toEqual([
      ['login-test', 'begin', body.id],
      ['secret-use', undefined, body.id],
      ['login-test', 'complete', body.id],
    ]);
    // The code is used up, and the test is over.
    expect((await complete(test.id)).status).toBe(404);
    expect((await comeBack(back)).headers.location).toBe(
      `${APP}/_login?error=unknown`,
    );
  });

  it('work with an imitation of Entra, a stored secret and another replica', async () => {
    await start({
      config: {
        microsoft: {
          clouds: {
            local: { title: 'Local', loginBaseUrl: 'http://localhost:1' },
          },
        },
      },
    });
    await portal.stop();
    const config = {
      secrets: KEYS,
      microsoft: {
        clouds: {
          local: { title: 'Local', loginBaseUrl: provider!.loginBaseUrl },
        },
      },
    };
    const first = await startPortal({ knex, config });
    portal = await startPortal({ knex, config });
    await provider!.stop();
    provider = await startLocalProvider({
      port: Number(new URL(provider!.issuer).port),
      loginTestUri: `http://localhost:${first.server.port()}/api/camunda-identity/v1${CALLBACK}`,
    });
    const { clientId, secret } = localClients('entra').find(
      ({ key }) => key === 'identity',
    )!;
    const { path } = await register({
      provider: {
        type: 'MICROSOFT',
        tenantId: LOCAL_TENANT_ID,
        cloud: 'local',
      },
      components: {
        identity: { url: 'https://identity.payments.example.com', clientId },
      },
    });
    expect((await portal.guest.post(`${path}/checks`)).status).toBe(201);
    const put = await portal.guest.put(`${path}/clients/identity/secret`, {
      value: secret,
    });
    expect(put.status).toBe(204);
    const test = await begin(path, { client: 'identity' }, first.guest);
    await first.stop();
    const sent = await comeBack(await signIn(test.authorizationUrl));
    expect(sent.headers.location).toContain(test.id);
    const { body } = await complete(test.id);
    expect(body).toMatchObject({ status: 'pass', verified: true });
    // The provider's verdict on the stored secret was recorded.
    expect(
      await knex('stored_secrets')
        .where({ client: 'identity' })
        .first('result'),
    ).toEqual({ result: 'right' });
  });

  it('may be run by anybody on a draft, and mark nothing', async () => {
    await start();
    const draft = {
      provider: { type: 'GENERIC', issuer: provider!.issuer },
      camundaVersion: '8.7',
      components: newRecord().components,
      client: 'identity',
    };
    const refused = await portal.oskar.post('/login-tests', draft);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/^secret: .* enter it/);
    const { status, body: test } = await portal.oskar.post('/login-tests', {
      ...draft,
      secret: SECRET,
    });
    expect(status).toBe(201);
    const sent = await comeBack(await signIn(test.authorizationUrl));
    expect(sent.headers.location).toBe(`${APP}/_login/${test.id}`);
    expect((await complete(test.id, portal.guest)).status).toBe(404);
    const { body } = await complete(test.id, portal.oskar);
    expect(body).toMatchObject({ status: 'pass', verified: false });
    expect(body.connectionId).toBeUndefined();
    for (const wrong of [
      { ...draft, camundaVersion: undefined },
      { ...draft, client: 'nobody' },
      { ...draft, secret: 'abc' },
    ])
      expect((await portal.oskar.post('/login-tests', wrong)).status).toBe(400);
    const mistyped = await portal.oskar.post('/login-tests', {
      ...draft,
      'tr0ub4dor-3': true,
    });
    expect(mistyped.status).toBe(400);
    expect(mistyped.text).not.toContain('tr0ub4dor');
  });

  it('are only for owners, only for people, and only for the user who began them', async () => {
    await start();
    const { path } = await register();
    const body = { client: 'identity', secret: SECRET };
    for (const [agent, status] of [
      [portal.oskar, 403],
      [portal.service, 403],
      [portal.nobody, 401],
    ] as const)
      expect((await agent.post(`${path}/login-tests`, body)).status).toBe(
        status,
      );
    const draft = { ...body, ...{ camundaVersion: '8.7', components: {} } };
    expect(
      (
        await portal.service.post('/login-tests', {
          ...draft,
          provider: { type: 'GENERIC', issuer: provider!.issuer },
        })
      ).status,
    ).toBe(403);
    const test = await begin(path, body);
    await comeBack(await signIn(test.authorizationUrl));
    // Another owner is a different user too.
    for (const [agent, status] of [
      [portal.both, 404],
      [portal.admin, 404],
      [portal.oskar, 404],
      [portal.service, 404],
      [portal.nobody, 401],
    ] as const)
      expect((await complete(test.id, agent)).status).toBe(status);
    // Nor by the user who began it once the record belongs to others.
    const { body: record } = await portal.guest.get(path);
    await portal.admin.patch(path, record.etag, {
      owner: 'group:default/team-orders',
    });
    expect((await complete(test.id)).status).toBe(403);
  });

  it('keep only the first answer for a state', async () => {
    await start();
    const { path } = await register();
    const test = await begin(path, { client: 'identity', secret: SECRET });
    const back = await signIn(test.authorizationUrl);
    await comeBack(back);
    const forged = new URL(back);
    forged.searchParams.set('code', 'another');
    const again = await comeBack(forged);
    expect([again.status, again.headers.location]).toEqual([
      303,
      `${APP}/payments-prod/login/${test.id}`,
    ]);
    expect((await complete(test.id)).body.status).toBe('pass');
  });

  it('leave neither code nor state in an access log, which is written after the answer', async () => {
    await start();
    const seen: string[] = [];
    portal.server.on('request', (req, res) =>
      res.on('finish', () =>
        // The source of the address in Backstage's log.
        seen.push(`${(req as Request).originalUrl} ${req.url}`),
      ),
    );
    const { path } = await register();
    const test = await begin(path, { client: 'identity', secret: SECRET });
    const back = await signIn(test.authorizationUrl);
    await comeBack(back);
    expect((await complete(test.id)).body.status).toBe('pass');
    expect(seen.join()).toContain(CALLBACK);
    for (const name of ['code', 'state'])
      expect(seen.join()).not.toContain(back.searchParams.get(name));
  });

  it.each([
    ['no state', ''],
    ['another', `?state=${'a'.repeat(43)}&code=c`],
    ['two', `?state=${'a'.repeat(43)}&state=b&code=c`],
    ['an object', '?state[x]=y&code=c'],
    ['an address', '?state=https://evil.example.com&redirect_uri=//evil'],
    ['a line break', '?state=%0d%0aSet-Cookie:x=y'],
    ['a very long one', `?state=${'a'.repeat(5000)}`],
  ])('send the browser to the app for any input: %s', async (_, query) => {
    await start();
    const sent = await portal.nobody.get(`${CALLBACK}${query}`);
    expect([sent.status, sent.headers.location]).toEqual([
      303,
      `${APP}/_login?error=unknown`,
    ]);
    expect(sent.headers['set-cookie']).toBeUndefined();
  });

  it('are over after ten minutes', async () => {
    await start();
    const { path } = await register();
    const body = { client: 'identity', secret: SECRET };
    const test = await begin(path, body);
    const minutes = (Date.parse(test.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(8);
    expect(minutes).toBeLessThanOrEqual(10);
    const back = await signIn(test.authorizationUrl);
    const age = () =>
      knex('login_tests').update({ expires_at: '2026-01-01T00:00:00.000Z' });
    await age();
    expect((await comeBack(back)).headers.location).toContain('error=unknown');
    expect((await complete(test.id)).status).toBe(404);
    const other = await begin(path, body);
    // Expired tests are deleted together with their sealed content.
    expect(await knex('login_tests')).toHaveLength(1);
    await comeBack(await signIn(other.authorizationUrl));
    await age();
    expect((await complete(other.id)).status).toBe(404);
    expect(await verifiedOf(path)).toBeUndefined();
  });

  it('report what went wrong, and do not mark the record as verified', async () => {
    await start();
    const { path } = await register();
    const body = { client: 'identity', secret: SECRET };
    const outcome = async (
      given: object,
      change: (back: URL) => void | Promise<void> = () => {},
      deny = false,
    ) => {
      const test = await begin(path, { ...body, ...given });
      const back = await signIn(test.authorizationUrl, { deny });
      await change(back);
      await comeBack(back);
      const answer = await complete(test.id);
      expect(answer.status).toBe(200);
      expect(answer.body.verified).toBe(false);
      expect(answer.text).not.toContain('tr0ub4dor');
      return Object.fromEntries(
        answer.body.findings.map((entry: any) => [entry.code, entry.result]),
      );
    };
    expect(await outcome({}, () => {}, true)).toMatchObject({
      'login.response': 'fail',
    });
    expect(
      await outcome({}, back => back.searchParams.set('iss', 'https://evil')),
    ).toMatchObject({ 'login.response-issuer': 'fail' });
    expect(
      await outcome({}, back => back.searchParams.set('code', 'made-up')),
    ).toMatchObject({ 'login.redemption': 'fail' });
    expect(await outcome({ secret: 'tr0ub4dor-wrong' })).toMatchObject({
      'client.secret': 'fail',
    });
    expect(await outcome({}, () => provider!.stop())).toMatchObject({
      'login.redemption': 'unknown',
    });
    expect(await verifiedOf(path)).toBeUndefined();
  });

  it('report that nobody becomes administrator if the token lacks the claim', async () => {
    await start();
    const { path } = await register({
      initialClaim: { name: 'employee_number', value: '7' },
    });
    const test = await begin(path, { client: 'identity', secret: SECRET });
    await comeBack(await signIn(test.authorizationUrl));
    const { body } = await complete(test.id);
    expect(body).toMatchObject({
      status: 'fail',
      verified: false,
      initialClaim: { name: 'employee_number', verdict: 'missing' },
    });
  });

  it('verify only the current record: a relevant change removes the mark', async () => {
    await start();
    const { path } = await register();
    const test = await begin(path, { client: 'identity', secret: SECRET });
    const back = await signIn(test.authorizationUrl);
    await comeBack(back);
    await complete(test.id);
    const patch = async (change: object) => {
      const { body } = await portal.guest.get(path);
      const answer = await portal.guest.patch(path, body.etag, change);
      expect(answer.status).toBe(200);
      return answer.body.verified?.client;
    };
    expect(await patch({ title: 'T' })).toBe('identity');
    expect(await patch({ components: { zeebe: { audience: 'other' } } })).toBe(
      'identity',
    );
    expect(
      await patch({ components: { identity: { audience: 'other' } } }),
    ).toBeUndefined();
    // Undoing the change restores it.
    expect(
      await patch({ components: { identity: { audience: 'identity-api' } } }),
    ).toBe('identity');
  });

  it('are limited per record, and say when to try again', async () => {
    await start({ config: { checks: { onDemandPerMinute: 2 } } });
    const { path } = await register();
    const body = { client: 'identity', secret: SECRET };
    const call = () => portal.guest.post(`${path}/login-tests`, body);
    expect((await call()).status).toBe(201);
    expect((await call()).status).toBe(201);
    const refused = await call();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    // Checks have their own limit.
    expect((await portal.guest.post(`${path}/checks`)).status).toBe(201);
  });

  it('do not begin if they could not be completed', async () => {
    await start();
    const { path } = await register();
    const call = (body: object) =>
      portal.guest.post(`${path}/login-tests`, body);
    for (const [body, message] of [
      [{ client: 'identity' }, /^secret: /],
      [{ client: 'zeebe', secret: SECRET }, /nobody signs in to Zeebe/],
      [{ client: 'optimize', secret: SECRET }, /has no client "optimize"/],
    ] as const) {
      const answer = await call(body);
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toMatch(message);
    }
    await provider!.stop();
    const down = await call({ client: 'identity', secret: SECRET });
    expect(down.status).toBe(409);
    expect(down.body.error.message).toContain('could not be read');
    expect(await knex('login_tests')).toEqual([]);
  });

  it('are deleted with their record', async () => {
    await start();
    const { path } = await register();
    const test = await begin(path, { client: 'identity', secret: SECRET });
    const back = await signIn(test.authorizationUrl);
    expect((await portal.guest.delete(path, '*')).status).toBe(204);
    expect((await comeBack(back)).headers.location).toContain('error=unknown');
    expect((await complete(test.id)).status).toBe(404);
  });
});
