import { startPortal, newRecord, type Portal } from '../__testUtils__/portal';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const SOVEREIGN = {
  microsoft: {
    clouds: {
      sovereign: {
        title: 'Sovereign cloud',
        loginBaseUrl: 'https://login.example.com',
      },
    },
  },
};

describe.each(databases.eachSupportedId())('unusual input on %s', id => {
  let portal: Portal;
  let stop: () => Promise<void>;

  const start = async (config?: object) => {
    const knex = await databases.init(id);
    portal = await startPortal({ knex, config });
    stop = async () => {
      await portal.stop();
      await knex.destroy();
    };
    return knex;
  };
  afterEach(() => stop());

  it('keeps records whose Microsoft cloud was removed from the configuration', async () => {
    const knex = await start(SOVEREIGN);
    const record = newRecord({
      provider: {
        type: 'MICROSOFT',
        tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
        cloud: 'sovereign',
      },
    });
    const { body: created } = await portal.guest.post('/connections', record);
    expect(created.providerSummary.title).toBe('Sovereign cloud');
    await portal.stop();

    portal = await startPortal({ knex });
    const path = `/connections/${created.id}`;
    const { status, body } = await portal.guest.get(path);
    expect(status).toBe(200);
    expect(body.providerSummary).toEqual({
      profile: 'entra',
      title: 'Microsoft Entra ID (cloud "sovereign" is not configured)',
      issuer: '',
      issuerBackendUrl: '',
    });
    expect(body.clients[0].notes).toContainEqual(
      expect.objectContaining({ code: 'record.unknown-cloud' }),
    );
    const list = await portal.guest.get('/connections');
    expect(list.body.items).toHaveLength(1);
    const report = await portal.guest.post(`${path}/checks`);
    expect(report.body).toMatchObject({
      status: 'fail',
      findings: [{ code: 'record.unknown-cloud', result: 'fail' }],
    });
    expect((await portal.guest.get(`${path}/config?format=helm`)).status).toBe(
      400,
    );

    const titled = await portal.guest.patch(path, body.etag, { title: 'T' });
    expect(titled.status).toBe(200);
    // It cannot be chosen for a new record.
    expect(
      (await portal.guest.post('/connections', { ...record, name: 'other' }))
        .status,
    ).toBe(400);
    const moved = await portal.guest.patch(path, titled.body.etag, {
      provider: { cloud: null },
    });
    expect(moved.body.providerSummary.issuer).toContain('microsoftonline.com');
    expect((await portal.guest.delete(path, moved.body.etag)).status).toBe(204);
  });

  it('refuses bodies of other media types', async () => {
    await start();
    const { body } = await portal.guest.post('/connections', newRecord());
    const path = `/connections/${body.id}`;
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/yaml',
    ]) {
      const patched = await portal.guest
        .patch(path, body.etag)
        .set('Content-Type', type)
        .send('{"title":"x"}');
      expect(patched.status).toBe(400);
      expect(patched.body.error.message).toContain(type);
      const checked = await portal.guest
        .post(`${path}/checks`)
        .set('Content-Type', type)
        .send('{"secrets":{"zeebe":"x"}}');
      expect(checked.status).toBe(400);
    }
    // An absent body is accepted, with or without a length.
    for (const length of ['0', undefined]) {
      const call = portal.guest.post(`${path}/initial-claim/set`);
      if (length) call.set('Content-Length', length);
      expect((await call).status).toBe(200);
    }
    expect((await portal.guest.get(path)).body.title).toBeUndefined();
  });

  it('refuses keys that every JavaScript object has, and deep nesting', async () => {
    await start();
    const { body } = await portal.guest.post('/connections', newRecord());
    const path = `/connections/${body.id}`;
    const patch = (text: string) =>
      portal.guest
        .patch(path, body.etag)
        .set('Content-Type', 'application/json')
        .send(text);
    for (const key of [
      'hasOwnProperty',
      'constructor',
      'toString',
      '__proto__',
      'prototype',
    ])
      for (const text of [
        `{"${key}":1}`,
        `{"${key}":null}`,
        `{"components":{"${key}":{"x":null}}}`,
      ]) {
        const answer = await patch(text);
        expect({ text, status: answer.status }).toEqual({ text, status: 400 });
        expect(answer.body.error.message).toContain(key);
      }
    const deep = (levels: number) =>
      `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    for (const levels of [21, 40_000]) {
      const answer = await patch(deep(levels));
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain('deeper than 20');
    }
    expect((await patch(deep(20))).body.error.message).toContain('a: unknown');
    const posted = await portal.guest
      .post('/connections')
      .set('Content-Type', 'application/json')
      .send(deep(40_000));
    expect(posted.status).toBe(400);
  });

  it('accepts only dates whose year has four digits in UTC', async () => {
    await start();
    const withDate = (name: string, expiresAt: string) =>
      portal.guest.post(
        '/connections',
        newRecord({
          name,
          components: {
            identity: {
              ...newRecord().components.identity,
              secret: { expiresAt },
            },
          },
        }),
      );
    const refused = await withDate('a', '9999-12-31T23:59:59-01:00');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/secret\.expiresAt: .*year/);
    expect((await withDate('b', '0000-01-01T00:00:00+01:00')).status).toBe(400);
    expect((await withDate('c', '9999-12-31T23:59:59Z')).status).toBe(201);
    expect(
      (
        await portal.guest.get(
          '/connections?secretsExpireBefore=9999-12-31T23:59:59-01:00',
        )
      ).status,
    ).toBe(400);
  });

  it('hides the claim value from services, in the record and in its history', async () => {
    await start({
      serviceAccess: [
        { subject: 'external:registrar', actions: ['create', 'update'] },
      ],
    });
    const value = '7f3c1d52-1111-4222-8333-944455556666';
    const created = await portal.registrar.post('/connections', {
      ...newRecord(),
      initialClaim: { value, state: 'set' },
    });
    expect(created.status).toBe(201);
    const path = `/connections/${created.body.id}`;
    for (const answer of [
      created,
      await portal.registrar.get(path),
      await portal.registrar.get(`${path}/initial-claim/changes`),
      await portal.registrar.patch(path, created.body.etag, { title: 'T' }),
      await portal.registrar.get('/connections'),
    ]) {
      expect(answer.status).toBeLessThan(300);
      expect(answer.text).not.toContain(value);
      expect(answer.text).toContain('"valueHidden":true');
    }
    expect((await portal.guest.get(path)).text).toContain(value);
  });

  it('requires ownership of the entity for a change of the owner too', async () => {
    await start();
    const { body } = await portal.admin.post(
      '/connections',
      newRecord({ owner: 'group:default/team-orders' }),
    );
    const path = `/connections/${body.id}`;
    // Oskar owns the record, but not the system that it belongs to.
    expect(
      (await portal.oskar.patch(path, body.etag, { title: 'T' })).status,
    ).toBe(200);
    const { etag } = (await portal.oskar.get(path)).body;
    const refused = await portal.oskar.patch(path, etag, {
      owner: 'user:default/oskar',
    });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('You do not own the entity');
    expect(
      (
        await portal.both.patch(path, etag, {
          owner: 'group:default/team-payments',
        })
      ).status,
    ).toBe(200);
  });
});
