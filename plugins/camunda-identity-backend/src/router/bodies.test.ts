import { startPortal, newRecord, type Portal } from '../__testUtils__/portal';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('bodies on %s', id => {
  let portal: Portal;
  let destroy: () => Promise<void>;

  beforeAll(async () => {
    const knex = await databases.init(id);
    portal = await startPortal({ knex });
    destroy = () => knex.destroy();
  });
  afterAll(async () => {
    await portal.stop();
    await destroy();
  });

  const create = async (name: string, change = {}) => {
    const answer = await portal.guest.post(
      '/connections',
      newRecord({ name, ...change }),
    );
    expect(answer.status).toBe(201);
    return { path: `/connections/${answer.body.id}`, etag: answer.body.etag };
  };

  it('that are JSON but not an object are refused with that reason by every operation', async () => {
    const { path, etag } = await create('objects');
    const calls = {
      patch: () => portal.guest.patch(path, etag),
      create: () => portal.guest.post('/connections'),
      check: () => portal.guest.post(`${path}/checks`),
      draft: () => portal.guest.post('/provider-checks'),
      secret: () => portal.guest.put(`${path}/clients/zeebe/secret`),
      set: () => portal.guest.post(`${path}/initial-claim/set`),
      compare: () => portal.guest.post(`${path}/config-comparisons`),
    };
    for (const [call, send] of Object.entries(calls))
      for (const [text, kind] of [
        ['"s3cret"', 'a string'],
        ['null', 'null'],
        ['5', 'a number'],
        ['false', 'a boolean'],
        ['["s3cret"]', 'an array'],
      ]) {
        const { status, body } = await send()
          .set('Content-Type', 'application/json')
          .send(text);
        expect([call, status, body.error.message]).toEqual([
          call,
          400,
          `body: expected a JSON object, not ${kind}`,
        ]);
      }
    const { body } = await calls
      .patch()
      .set('Content-Type', 'application/json')
      .send('{"title":');
    expect(body.error.message).toBe('body: is not valid JSON');
    const { initialClaim } = (await portal.guest.get(path)).body;
    expect(initialClaim.state).toBe('pending');
  });

  it('with a secret instead of a client key are not echoed', async () => {
    const { path } = await create('mistyped');
    const provider = { type: 'GENERIC', issuer: 'https://idp.example.com' };
    for (const accept of ['application/json', 'text/event-stream'])
      for (const [call, rest] of [
        [`${path}/checks`, {}],
        ['/provider-checks', { provider }],
      ] as const) {
        const { status, text, body } = await portal.guest
          .post(call, { ...rest, secrets: { p4ssw0rd: 'tr0ub4dor' } })
          .set('Accept', accept);
        expect(status).toBe(400);
        expect(text).not.toMatch(/p4ssw0rd|tr0ub4dor/);
        expect(body.error.message).toMatch(
          /^secrets: has an unknown client; the clients are identity, .*zeebe/,
        );
      }
  });

  it('that change the initial claim must name it', async () => {
    const { path } = await create('claim', {
      initialClaim: { name: 'email', value: 'a@example.com', state: 'set' },
    });
    const change = { value: 'b', reason: 'r', changedInDatabase: true };
    const refused = await portal.guest.post(
      `${path}/initial-claim/changes`,
      change,
    );
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toBe('name: is missing');
    expect((await portal.guest.get(path)).body.initialClaim).toMatchObject({
      name: 'email',
      value: 'a@example.com',
    });
    const changed = await portal.guest.post(`${path}/initial-claim/changes`, {
      ...change,
      name: 'email',
    });
    expect(changed.body.initialClaim).toMatchObject({
      name: 'email',
      value: 'b',
    });
  });

  it('with a cadence beyond what a date can hold are refused', async () => {
    const checks = { every: 'P10000000D' };
    const { status, body } = await portal.guest.post(
      '/connections',
      newRecord({ name: 'never', checks }),
    );
    expect([status, body.error.message]).toEqual([
      400,
      'checks.every: at most P366D',
    ]);
    const { path, etag } = await create('seldom', {
      checks: { every: 'P366D' },
    });
    expect((await portal.guest.patch(path, etag, { checks })).status).toBe(400);
  });
});
