import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';
import { providerWith } from '../__testUtils__/providerWith';

jest.setTimeout(60_000);

const databases = testDatabases();
const KIB = 1024;

describe.each(databases.eachSupportedId())('a hostile provider, on %s', id => {
  let portal: Portal;
  let knex: Knex;
  let provider: Awaited<ReturnType<typeof providerWith>>;
  let path: string;

  beforeEach(async () => {
    knex = await databases.init(id);
    provider = await providerWith();
    portal = await startPortal({
      knex,
      config: {
        secrets: {
          keys: [{ id: 'k', value: randomBytes(32).toString('base64') }],
        },
      },
    });
    const { body } = await portal.guest.post(
      '/connections',
      newRecord({ provider: { type: 'GENERIC', issuer: provider.issuer } }),
    );
    path = `/connections/${body.id}`;
  });
  afterEach(async () => {
    await portal.stop();
    await provider.stop();
    await knex.destroy();
  });

  const check = () => portal.guest.post(`${path}/checks`);
  const putSecret = () =>
    portal.guest.put(`${path}/clients/zeebe/secret`, {
      value: 'correct-horse',
    });

  it.each([
    'https://a:99999999/token',
    'https://[::1/token',
    'https://%/token',
    'https:///token',
    'https://a b/token',
    'https://user:pw@idp.example.com/token',
    5,
    null,
    ['https://a/token'],
    { toString: null },
  ])('cannot have %j stored as its token endpoint', async token_endpoint => {
    provider.state.change = () => ({ token_endpoint });
    const { status, body } = await check();
    expect(status).toBe(201);
    expect(body.findings).toContainEqual(
      expect.objectContaining({ result: 'fail' }),
    );
    expect((await portal.guest.get(path)).body.discovered).toBeUndefined();
    expect((await putSecret()).status).toBe(204);
    expect((await check()).status).toBe(201);
    expect((await putSecret()).status).toBe(204);
  });

  it('with an unreadable stored address counts as never checked', async () => {
    expect((await check()).status).toBe(201);
    expect((await putSecret()).status).toBe(204);
    for (const discovered of [
      JSON.stringify({
        authUrl: 'https://a/auth',
        tokenUrl: 'https://a:99999999/token',
        jwksUrl: 'https://a/jwks',
        at: '2026-11-26T00:00:00.000Z',
      }),
      '{"authUrl":',
      '[]',
      '"x"',
      'null',
    ]) {
      await knex('connections').update({ discovered });
      const { status, body } = await portal.guest.get(path);
      expect([status, body.discovered]).toEqual([200, undefined]);
      expect((await portal.guest.get('/connections')).status).toBe(200);
      const config = `${path}/config?format=env`;
      expect((await portal.guest.get(config)).status).toBe(200);
      expect((await putSecret()).status).toBe(204);
      expect((await check()).status).toBe(201);
    }
  });

  it.each([4_000, 9_000])(
    'with %d endpoints does not cause a large report',
    async count => {
      provider.state.change = () =>
        Object.fromEntries(
          Array.from({ length: count }, (_, n) => [
            `m${n}_endpoint`,
            `http://h${n}.example.com`,
          ]),
        );
      const { status, text, body } = await check();
      expect(status).toBe(201);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(64 * KIB);
      expect(text).toMatch(/… and \d+ more|more than 5000 values/);
      const stored = await portal.guest.get(`${path}/checks/${body.id}`);
      expect(Buffer.byteLength(stored.text)).toBeLessThanOrEqual(64 * KIB);
      const [row] = await knex('connections').select('verdicts', 'recent');
      expect(row.verdicts.length + row.recent.length).toBeLessThan(64 * KIB);
      const stream = await portal.guest
        .post(`${path}/checks`)
        .set('Accept', 'text/event-stream');
      for (const event of stream.text.split('\n\n'))
        expect(Buffer.byteLength(event)).toBeLessThanOrEqual(64 * KIB + 100);
    },
  );

  it('with fifty clients and long texts leads to a report within its limit', async () => {
    const long = (n: number) => `${n}${'ä'.repeat(100)}`;
    const { body } = await portal.guest.post(
      '/connections',
      newRecord({
        name: 'many',
        provider: { type: 'GENERIC', issuer: provider.issuer },
        machineClients: Array.from({ length: 50 }, (_, n) => ({
          name: `m${n}`,
          clientId: long(n),
          audience: 'https://localhost//x',
        })),
      }),
    );
    provider.state.change = origin => ({
      token_endpoint: `${origin}/token?${'x'.repeat(2_000)}`,
    });
    const answer = await portal.guest.post(`/connections/${body.id}/checks`);
    expect(answer.status).toBe(201);
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(64 * KIB);
  });

  it('leads to no report when the record is deleted meanwhile', async () => {
    for (const [accept, said] of [
      ['application/json', /^\{"error":\{"name":"NotFoundError"/],
      ['text/event-stream', /event: error\ndata: .*NotFoundError/],
    ] as const) {
      const { body } = await portal.guest.post(
        '/connections',
        newRecord({
          name: 'gone',
          provider: { type: 'GENERIC', issuer: provider.issuer },
        }),
      );
      const asked = provider.hold.start();
      const running = portal.guest
        .post(`/connections/${body.id}/checks`)
        .set('Accept', accept)
        .then(answer => answer);
      // It was asked and has not answered yet.
      await asked;
      const deleted = await portal.guest.delete(
        `/connections/${body.id}`,
        `"${body.etag}"`,
      );
      expect(deleted.status).toBe(204);
      provider.hold.release();
      const answer = await running;
      expect(answer.text).toMatch(said);
      expect(await knex('check_reports')).toEqual([]);
    }
  });
});
