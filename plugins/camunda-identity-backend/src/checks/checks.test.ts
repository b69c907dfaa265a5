import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  CamundaIdentityClient,
  type CheckEvent,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  COMPONENT_URLS,
  localClients,
  startLocalProvider,
  type LocalProvider,
} from 'camunda-identity-test-provider';
import { testDatabases } from '../__testUtils__/databases';
import { newRecord, startPortal, type Portal } from '../__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

describe.each(databases.eachSupportedId())('checks on %s', id => {
  let provider: LocalProvider;
  let portal: Portal;
  let destroy: () => Promise<void>;

  beforeAll(async () => {
    provider = await startLocalProvider({ port: 0 });
  });
  afterAll(() => provider.stop());
  beforeEach(async () => {
    const knex = await databases.init(id);
    portal = await startPortal({
      knex,
      config: { checks: { onDemandPerMinute: 4 } },
    });
    destroy = () => knex.destroy();
  });
  afterEach(async () => {
    await portal.stop();
    await destroy();
  });

  const register = async (issuer = provider.issuer) => {
    const record = newRecord({ provider: { type: 'GENERIC', issuer } });
    // Redirect URIs that are registered at the local provider.
    record.components.identity.url = COMPONENT_URLS.identity;
    return (await portal.guest.post('/connections', record)).body;
  };

  it('stores the report, the health and what was discovered, and keeps the etag', async () => {
    const { id: key, etag } = await register();
    const path = `/connections/${key}`;
    const { status, body: report } = await portal.guest.post(`${path}/checks`);
    expect(status).toBe(201);
    expect(report).toMatchObject({
      connectionId: key,
      recordEtag: etag,
      trigger: 'manual',
      status: 'pass',
    });
    const { body: record } = await portal.guest.get(path);
    expect(record.etag).toBe(etag);
    expect(record.health).toMatchObject({
      status: 'pass',
      checkedAt: report.finishedAt,
      reportId: report.id,
      recent: [{ status: 'pass', reportId: report.id }],
    });
    // Four clients are in the record; without a secret the provider was asked about redirect URIs only.
    const { total, secretsTested } = report.coverage.clients;
    expect(report.coverage.provider).toBe(true);
    expect(total).toBe(record.clients.length);
    expect(secretsTested).toBe(0);
    expect(record.health.coverage).toEqual(report.coverage);
    // A list reads no verdicts of healthy records.
    const { body: page } = await portal.guest.get('/connections');
    expect(page.items[0].health.coverage).toEqual(report.coverage);
    expect(record.discovered.tokenUrl).toBe(`${provider.issuer}/token`);
    const config = await portal.guest.get(`${path}/config?format=helm`);
    expect(config.text).toContain(`${provider.issuer}/token`);

    const list = await portal.guest.get(`${path}/checks`);
    expect(list.body.items).toHaveLength(1);
    expect(list.body.items[0].findings).toBeUndefined();
    const read = await portal.guest.get(`${path}/checks/${report.id}`);
    expect(read.body).toEqual(report);
    expect((await portal.guest.get(`${path}/checks/nope`)).status).toBe(404);
    for (const nowhere of [
      '/connections/nope/checks',
      '/connections/%00',
      '/connections/by-name/%00',
      `${path}/checks/%00`,
    ])
      expect((await portal.guest.get(nowhere)).status).toBe(404);
    const forged = (path2: string, cursor: object) =>
      portal.guest.get(
        `${path2}cursor=${Buffer.from(
          JSON.stringify({ id: 'x', back: false, ...cursor }),
        ).toString('base64url')}`,
      );
    const byName = { sort: 'name', order: 'asc' };
    const byStatus = { sort: 'status', order: 'asc' };
    for (const answer of [
      await forged('/connections?', { ...byName, value: '\u0000' }),
      await forged('/connections?', { ...byName, value: 5 }),
      await forged('/connections?sort=status&', { ...byStatus, value: 'fail' }),
      await forged('/connections?sort=status&', { ...byStatus, value: 1.5 }),
      await forged('/connections?sort=status&', {
        ...byStatus,
        value: 2 ** 40,
      }),
      await forged(`${path}/checks?`, {
        sort: 'finishedAt',
        order: 'desc',
        value: 7,
      }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain('cursor:');
    }
  });

  it('returns the last known findings, whichever run found them', async () => {
    const { id: key } = await register();
    const path = `/connections/${key}/checks`;
    expect((await portal.guest.get(`${path}/known`)).status).toBe(404);
    // One run reveals a wrong secret; the next has none to try.
    const { body: first } = await portal.guest.post(path, {
      secrets: { identity: 'not the secret' },
    });
    expect(first.status).toBe('fail');
    const { body: second } = await portal.guest.post(path);
    const secretOf = (report: any) =>
      report.findings.find(
        (entry: any) =>
          entry.code === 'client.secret' && entry.subject.client === 'identity',
      );
    expect(secretOf(second)?.result).not.toBe('fail');
    const { status, body: known } = await portal.guest.get(`${path}/known`);
    expect(status).toBe(200);
    expect(secretOf(known)).toEqual(secretOf(first));
    expect(known.status).toBe('fail');
    expect(known.finishedAt).toBe(second.finishedAt);
    const { body: record } = await portal.guest.get(`/connections/${key}`);
    expect(known.status).toBe(record.health.status);
    expect(known.coverage).toEqual(record.health.coverage);
    expect(known.summary.fail).toBe(
      known.findings.filter((entry: any) => entry.result === 'fail').length,
    );
  });

  it('forgets findings about a provider that was edited, and keeps the rest', async () => {
    const { id: key, etag } = await register();
    const path = `/connections/${key}`;
    await portal.guest.post(`${path}/checks`);
    const titled = await portal.guest.patch(path, etag, { title: 'x' });
    expect(titled.body.health.status).toBe('pass');
    const moved = await portal.guest.patch(path, titled.body.etag, {
      provider: { issuer: 'https://other.example.com' },
    });
    expect(moved.body.health.status).toBe('unknown');
    expect(moved.body.discovered).toBeUndefined();
  });

  it('keeps a failed secret when a later run has no secret to try', async () => {
    const { id: key } = await register();
    const path = `/connections/${key}`;
    const failed = await portal.guest.post(`${path}/checks`, {
      secrets: { zeebe: 'wrong-s3cret' },
    });
    expect(failed.body.status).toBe('fail');
    expect(JSON.stringify(failed.body)).not.toContain('wrong-s3cret');
    const shallow = await portal.guest.post(`${path}/checks`);
    expect(shallow.body.status).toBe('pass');
    expect((await portal.guest.get(path)).body.health).toMatchObject({
      status: 'fail',
      checkedAt: shallow.body.finishedAt,
      // The report with the reason, which is not the latest one.
      reportId: failed.body.id,
    });
    const right = localClients('generic').find(({ key: k }) => k === 'zeebe')!;
    const mended = await portal.guest.post(`${path}/checks`, {
      secrets: { zeebe: right.secret },
    });
    expect(mended.body.status).toBe('pass');
    expect((await portal.guest.get(path)).body.health.status).toBe('pass');
  });

  it('refuses secrets of clients that do not exist or are public', async () => {
    const { id: key } = await register();
    for (const secrets of [
      { operate: 'x' },
      { nonsense: 'x' },
      { zeebe: '' },
      { zeebe: 5 },
    ])
      expect(
        (await portal.guest.post(`/connections/${key}/checks`, { secrets }))
          .status,
      ).toBe(400);
  });

  it('checks a draft and stores nothing', async () => {
    const { status, body } = await portal.guest.post('/provider-checks', {
      provider: { type: 'GENERIC', issuer: provider.issuer },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ trigger: 'draft', status: 'pass' });
    expect(body.connectionId).toBeUndefined();
    expect(
      (await portal.guest.post('/provider-checks', { provider: {} })).status,
    ).toBe(400);
    expect(
      (
        await portal.guest.post('/provider-checks', {
          provider: { type: 'GENERIC', issuer: provider.issuer },
          secrets: { zeebe: 'some-secret' },
          nonsense: true,
        })
      ).status,
    ).toBe(400);
  });

  it('reports a misbehaving provider within the time limit', async () => {
    const { body } = await portal.guest.post('/provider-checks', {
      provider: { type: 'GENERIC', issuer: 'https://127.0.0.1:1' },
    });
    expect(body.status).toBe('fail');
    expect(body.findings.map(({ code }: any) => code)).toContain(
      'transport.refused-by-policy',
    );
  });

  it('keeps the results of runs that end at the same time', async () => {
    const { id: key } = await register();
    const path = `/connections/${key}`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => portal.guest.post(`${path}/checks`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const { body } = await portal.guest.get(path);
    expect(
      body.health.recent.map(({ reportId }: any) => reportId).sort(),
    ).toEqual(answers.map(answer => answer.body.id).sort());
  });

  it('limits a user and a record', async () => {
    const { id: key } = await register();
    const path = `/connections/${key}/checks`;
    for (let n = 0; n < 4; n += 1)
      expect((await portal.guest.post(path)).status).toBe(201);
    const refused = await portal.guest.post(path);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await portal.oskar.post(path)).status).toBe(201);
  });

  it('pages the history', async () => {
    const { id: key } = await register();
    const path = `/connections/${key}/checks`;
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1)
      ids.unshift((await portal.guest.post(path)).body.id);
    const first = await portal.guest.get(`${path}?limit=2`);
    const second = await portal.guest.get(
      `${path}?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(
      [...first.body.items, ...second.body.items].map((item: any) => item.id),
    ).toEqual(ids);
  });

  describe('as a stream', () => {
    let agent: Agent;
    let client: CamundaIdentityClient;
    /** Answers discovery only when released. */
    let slow: Server;
    let release: () => void;

    beforeEach(async () => {
      const { port } = portal.server.address() as AddressInfo;
      agent = new Agent();
      client = new CamundaIdentityClient({
        baseUrl: async () => `http://localhost:${port}/api/camunda-identity`,
        fetch: ((input: string, init: any) =>
          undiciFetch(input, {
            ...init,
            dispatcher: agent,
            headers: {
              ...init.headers,
              'Accept-Encoding': 'gzip',
              Authorization: mockCredentials.user.header('user:default/guest'),
            },
          })) as never,
      });
      const waiting = new Promise<void>(done => {
        release = done;
      });
      slow = createServer(async (_req, res) => {
        await waiting;
        res.end('late');
      });
      await new Promise<void>(done => slow.listen(0, '127.0.0.1', done));
    });
    afterEach(async () => {
      slow.closeAllConnections();
      await new Promise(done => slow.close(done));
      await agent.destroy();
    });

    it('sends plan, findings and report', async () => {
      const { id: key } = await register();
      const types: string[] = [];
      for await (const event of client.streamConnectionCheck(key))
        types.push(event.type);
      expect(types[0]).toBe('plan');
      expect(types.filter(type => type === 'finding').length).toBeGreaterThan(
        4,
      );
      expect(types[types.length - 1]).toBe('report');
    });

    it('sends findings before the run has ended, gzip or not', async () => {
      const { port } = slow.address() as AddressInfo;
      const events: CheckEvent[] = [];
      for await (const event of client.streamProviderCheck({
        provider: { type: 'GENERIC', issuer: `http://localhost:${port}` },
      })) {
        events.push(event);
        // The provider answers only now, so the first finding cannot have waited for it.
        if (event.type === 'finding') release();
      }
      expect(events.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['plan', 'finding', 'report']),
      );
    });

    it('answers errors before the first event as ordinary JSON', async () => {
      const run = client.streamConnectionCheck('nope').next();
      await expect(run).rejects.toMatchObject({ status: 404 });
      const bad = client.streamProviderCheck({ provider: {} as never }).next();
      await expect(bad).rejects.toMatchObject({ status: 400 });
    });

    it('stores nothing of a cancelled run', async () => {
      const { port } = slow.address() as AddressInfo;
      const { id: key } = await register(`http://localhost:${port}`);
      const controller = new AbortController();
      await expect(
        (async () => {
          for await (const event of client.streamConnectionCheck(
            key,
            {},
            controller.signal,
          ))
            if (event.type === 'plan') controller.abort();
        })(),
      ).rejects.toThrow();
      release();
      // The next run of the same record is stored; the cancelled one before it was not.
      await portal.guest.post(`/connections/${key}/checks`);
      const { body } = await portal.guest.get(`/connections/${key}/checks`);
      expect(body.items).toHaveLength(1);
    });
  });
});
