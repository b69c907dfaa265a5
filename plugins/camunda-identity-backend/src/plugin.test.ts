import { DATABASE_IDS, testDatabases } from './__testUtils__/databases';
import { newRecord, startPortal, type Portal } from './__testUtils__/portal';

jest.setTimeout(60_000);

const databases = testDatabases();

it('all supported databases are present in the whole test run', () => {
  // A run that silently skipped PostgreSQL would prove only half.
  const required = process.env.CAMUNDA_IDENTITY_REQUIRE_POSTGRES
    ? DATABASE_IDS
    : ['SQLITE_3'];
  expect(databases.eachSupportedId().flat()).toEqual(
    expect.arrayContaining(required),
  );
});

describe.each(databases.eachSupportedId())('the API on %s', id => {
  let portal: Portal;
  let destroy: () => Promise<void>;

  beforeEach(async () => {
    const knex = await databases.init(id);
    portal = await startPortal({ knex });
    destroy = () => knex.destroy();
  });
  afterEach(async () => {
    await portal.stop();
    await destroy();
  });

  const create = async (change?: Record<string, unknown>) => {
    const { body, status } = await portal.guest.post(
      '/connections',
      newRecord(change),
    );
    expect({ status, message: body.error?.message }).toEqual({ status: 201 });
    return body;
  };

  it('registers and reads a record', async () => {
    const answer = await portal.guest.post('/connections', newRecord());
    expect(answer.status).toBe(201);
    const record = answer.body;
    expect(record).toMatchObject({
      name: 'payments-prod',
      owner: 'group:default/team-payments',
      initialClaim: { name: 'oid', state: 'pending' },
      health: { status: 'unknown', recent: [] },
      secretsExpireAt: '2027-03-01T00:00:00.000Z',
      createdBy: 'user:default/guest',
      providerSummary: {
        profile: 'generic',
        issuer: 'https://idp.example.com',
      },
    });
    expect(record.clients[0]).toMatchObject({
      key: 'identity',
      redirectUris: [
        'https://identity.payments.example.com/auth/login-callback',
      ],
    });
    expect(answer.headers.etag).toBe(`"${record.etag}"`);
    expect(answer.headers['cache-control']).toBe('no-store');
    for (const path of [record.id, 'by-name/payments-prod']) {
      const read = await portal.guest.get(`/connections/${path}`);
      expect(read.status).toBe(200);
      expect(read.body).toEqual(record);
    }
    expect((await portal.guest.get('/connections/nope')).status).toBe(404);
    expect((await portal.guest.get('/connections/by-name/nope')).status).toBe(
      404,
    );
  });

  it('names every problem and stores nothing', async () => {
    const { status, body } = await portal.guest.post('/connections', {
      ...newRecord({ name: 'A' }),
      foo: 1,
      provider: { type: 'GENERIC', issuer: 'nonsense' },
    });
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toMatch(
      /name: .*provider\.issuer: .*foo: unknown/,
    );
    const { body: list } = await portal.guest.get('/connections?count=true');
    expect(list).toEqual({ items: [], totalItems: 0 });
  });

  it('answers malformed bodies with 400 and oversized ones with 413', async () => {
    const send = (type: string, text: string) =>
      portal.guest.post('/connections').set('Content-Type', type).send(text);
    expect((await send('application/json', '{"a":')).status).toBe(400);
    expect((await send('application/json', '[]')).status).toBe(400);
    expect((await send('text/plain', 'hello')).status).toBe(400);
    expect(
      (await send('application/json', `{"a":"${'x'.repeat(300_000)}"}`)).status,
    ).toBe(413);
    expect((await portal.guest.get('/connections?limit=1000')).status).toBe(
      400,
    );
    expect((await portal.guest.get('/connections?foo=1')).status).toBe(400);
    expect((await portal.guest.get('/connections?cursor=x')).status).toBe(400);
  });

  it('keeps names unique', async () => {
    await create();
    const { status, body } = await portal.guest.post(
      '/connections',
      newRecord({ entityRef: 'system:default/refunds-camunda' }),
    );
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/^name: .* has this name already/);
  });

  it('edits with a merge patch and an etag', async () => {
    const { id: key, etag } = await create();
    const path = `/connections/${key}`;
    expect((await portal.guest.patch(path, undefined, {})).status).toBe(428);
    expect((await portal.guest.patch(path, '"old"', {})).status).toBe(412);
    const patched = await portal.guest
      .patch(path, `"${etag}"`, {
        title: 'Payments',
        components: { zeebe: null },
      })
      .set('Content-Type', 'application/merge-patch+json');
    expect(patched.status).toBe(200);
    expect(patched.body.title).toBe('Payments');
    expect(patched.body.components.zeebe).toBeUndefined();
    expect(patched.body.etag).not.toBe(etag);
    // Unquoted, as the contract allows.
    const bad = await portal.guest.patch(path, patched.body.etag, {
      camundaVersion: '7.9',
      components: { identity: { url: 'x' } },
    });
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toMatch(/camundaVersion: .*identity\.url: /);
    expect((await portal.guest.get(path)).body).toEqual(patched.body);
  });

  it('lets exactly one of several concurrent writers win', async () => {
    const { id: key, etag } = await create();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        portal.guest.patch(`/connections/${key}`, etag, { title: `T${n}` }),
      ),
    );
    const counts = answers.map(({ status }) => status).sort();
    expect(counts).toEqual([200, ...Array(9).fill(412)]);
  });

  it('deletes a record with an etag, including all its data', async () => {
    const { id: key, etag } = await create();
    expect((await portal.guest.delete(`/connections/${key}`)).status).toBe(428);
    expect(
      (await portal.guest.delete(`/connections/${key}`, '"x"')).status,
    ).toBe(412);
    expect(
      (await portal.guest.delete(`/connections/${key}`, etag)).status,
    ).toBe(204);
    expect((await portal.guest.get(`/connections/${key}`)).status).toBe(404);
  });

  it('pages in both directions, sorts, filters and searches', async () => {
    for (const n of [3, 1, 2, 5, 4])
      await create({
        name: `c-${n}`,
        title: n === 2 ? '100% Näme_2' : `T${n}`,
      });
    const names = (body: any) => body.items.map(({ name }: any) => name);
    const first = await portal.guest.get('/connections?limit=2&count=true');
    expect(names(first.body)).toEqual(['c-1', 'c-2']);
    expect(first.body.totalItems).toBe(5);
    expect(first.body.prevCursor).toBeUndefined();
    const second = await portal.guest.get(
      `/connections?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(names(second.body)).toEqual(['c-3', 'c-4']);
    const third = await portal.guest.get(
      `/connections?limit=2&cursor=${second.body.nextCursor}`,
    );
    expect(names(third.body)).toEqual(['c-5']);
    expect(third.body.nextCursor).toBeUndefined();
    const back = await portal.guest.get(
      `/connections?limit=2&cursor=${third.body.prevCursor}`,
    );
    expect(names(back.body)).toEqual(['c-3', 'c-4']);
    const start = await portal.guest.get(
      `/connections?limit=2&cursor=${back.body.prevCursor}`,
    );
    expect(names(start.body)).toEqual(['c-1', 'c-2']);
    expect(start.body.prevCursor).toBeUndefined();
    expect(
      (
        await portal.guest.get(
          `/connections?order=desc&cursor=${first.body.nextCursor}`,
        )
      ).status,
    ).toBe(400);

    const query = async (text: string) =>
      names((await portal.guest.get(`/connections?${text}`)).body);
    expect(await query('order=desc&limit=1')).toEqual(['c-5']);
    expect(await query('q=100%25')).toEqual(['c-2']);
    expect(await query('q=%C3%84ME')).toEqual([]);
    expect(await query('q=N%C3%84ME_2')).toEqual(['c-2']);
    expect(await query("q=n%C3%A4+'100")).toEqual(['c-2']);
    expect(await query('q=%25')).toEqual([]);
    expect(await query('q=CAMUNDA-ZEEBE&limit=1')).toEqual(['c-1']);
    expect(await query('q=nothing')).toEqual([]);
    expect(await query('owner=group:default/team-orders')).toEqual([]);
    expect(
      await query('entityRef=System:default/payments-camunda&limit=1'),
    ).toEqual(['c-1']);
    expect(await query('provider=MICROSOFT')).toEqual([]);
    expect(await query('status=unknown&sort=status&limit=1')).toHaveLength(1);
    expect(
      await query('secretsExpireBefore=2027-03-02T00:00:00Z&limit=1'),
    ).toEqual(['c-1']);
    expect(await query('secretsExpireBefore=2027-02-01T00:00:00Z')).toEqual([]);
    for (const sort of ['updatedAt', 'checkedAt', 'status', 'secretsExpireAt'])
      expect(await query(`sort=${sort}&order=desc`)).toHaveLength(5);
  });

  it('writes configuration as JSON and as a plain file', async () => {
    const { id: key } = await create();
    const path = `/connections/${key}/config`;
    const json = await portal.guest.get(`${path}?format=helm`);
    expect(json.body.files[0]).toMatchObject({
      path: 'values.yaml',
      mediaType: 'application/yaml',
    });
    expect(json.body.findings.map(({ code }: any) => code)).toContain(
      'config.endpoint-missing',
    );
    const text = await portal.guest
      .get(`${path}?format=env`)
      .set('Accept', 'text/plain');
    expect(text.headers['content-type']).toContain('text/plain');
    expect(text.text).toContain('CAMUNDA_IDENTITY_TYPE=GENERIC');
    const one = await portal.guest.get(`${path}?format=env&component=zeebe`);
    expect(one.body.files.map((file: any) => file.path)).toEqual([
      'zeebe-gateway.env',
    ]);
    const later = await portal.guest.get(
      `${path}?format=helm&camundaVersion=8.8`,
    );
    expect(later.body.findings.map(({ code }: any) => code)).toContain(
      'config.component-missing',
    );
    for (const query of [
      '',
      'format=toml',
      'format=application-yaml&component=console',
      'format=env&component=console',
      'format=helm&camundaVersion=7.9',
    ])
      expect((await portal.guest.get(`${path}?${query}`)).status).toBe(400);
  });

  it('enforces the life cycle of the initial claim', async () => {
    const { id: key, etag } = await create();
    const path = `/connections/${key}`;
    const pending = await portal.guest.patch(path, etag, {
      initialClaim: { value: 'second' },
    });
    expect(pending.status).toBe(200);
    expect(
      (
        await portal.guest.post(`${path}/initial-claim/changes`, {
          name: 'oid',
          value: 'x',
          reason: 'r',
          changedInDatabase: true,
        })
      ).status,
    ).toBe(409);

    const set = await portal.guest.post(`${path}/initial-claim/set`);
    expect(set.body.initialClaim).toMatchObject({
      state: 'set',
      setBy: 'user:default/guest',
    });
    const refused = await portal.guest.patch(path, set.body.etag, {
      initialClaim: { value: 'third' },
    });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/database/);
    // Everything else may still be edited.
    expect(
      (await portal.guest.patch(path, set.body.etag, { title: 'T' })).status,
    ).toBe(200);

    const change = { name: 'email', value: 'a@example.com', reason: 'moved' };
    expect(
      (await portal.guest.post(`${path}/initial-claim/changes`, change)).status,
    ).toBe(409);
    const changed = await portal.guest.post(`${path}/initial-claim/changes`, {
      ...change,
      changedInDatabase: true,
    });
    expect(changed.status).toBe(200);
    expect(changed.body.initialClaim).toMatchObject({
      name: 'email',
      value: 'a@example.com',
      state: 'set',
    });
    expect(
      (await portal.guest.post(`${path}/initial-claim/reset`, { reason: 'r' }))
        .status,
    ).toBe(409);
    const reset = await portal.guest.post(`${path}/initial-claim/reset`, {
      reason: 'new cluster',
      databaseRecreated: true,
    });
    expect(reset.body.initialClaim.state).toBe('pending');
    const { body: history } = await portal.guest.get(
      `${path}/initial-claim/changes`,
    );
    expect(
      history.items.map(({ kind, reason }: any) => [kind, reason]),
    ).toEqual([
      ['reset', 'new cluster'],
      ['changed', 'moved'],
      ['set', undefined],
    ]);
  });

  it('accepts an installation that has already started', async () => {
    const record = await create({
      initialClaim: { value: 'x', state: 'set' },
    });
    expect(record.initialClaim.state).toBe('set');
  });

  describe('authorization', () => {
    it('requires credentials for everything', async () => {
      for (const path of [
        '/connections',
        '/connections/x',
        '/connections/x/config?format=env',
        '/connections/x/checks',
        '/camunda/8.7',
        '/findings',
      ])
        expect((await portal.nobody.get(path)).status).toBe(401);
      for (const path of ['/connections', '/provider-checks'])
        expect((await portal.nobody.post(path, {})).status).toBe(401);
    });

    it('lets users register only for entities that they own, whatever owner says', async () => {
      const orders = newRecord({ entityRef: 'system:default/orders-camunda' });
      for (const owner of [
        undefined,
        'group:default/team-payments',
        'group:default/team-orders',
        'user:default/guest',
      ])
        expect(
          (await portal.guest.post('/connections', { ...orders, owner }))
            .status,
        ).toBe(403);
      expect((await portal.admin.post('/connections', orders)).status).toBe(
        201,
      );
    });

    it('refuses unknown entities, and entities without an owner', async () => {
      for (const name of ['unknown', 'nobodys-camunda']) {
        const { status, body } = await portal.guest.post(
          '/connections',
          newRecord({ entityRef: `system:default/${name}` }),
        );
        expect(status).toBe(400);
        expect(body.error.message).toMatch(/entityRef: |owner: /);
      }
    });

    it('completes the owner that the entity’s author wrote to a full reference', async () => {
      const { status, body } = await portal.admin.post(
        '/connections',
        newRecord({ entityRef: 'system:default/fresh-camunda' }),
      );
      expect(status).toBe(201);
      expect(body.owner).toBe('group:default/team-payments');
    });

    it('hides the initial claim from other teams and refuses their changes', async () => {
      const { id: key, etag } = await create();
      const path = `/connections/${key}`;
      const seen = await portal.oskar.get(path);
      expect(seen.status).toBe(200);
      expect(seen.body.initialClaim).toEqual({
        name: 'oid',
        state: 'pending',
        valueHidden: true,
      });
      const config = await portal.oskar.get(`${path}/config?format=env`);
      expect(config.text).toContain('<INITIAL_CLAIM_VALUE>');
      expect(config.text).not.toContain('7f3c1d52');
      for (const answer of [
        await portal.oskar.patch(path, etag, { title: 'x' }),
        await portal.oskar.delete(path, etag),
        await portal.oskar.post(`${path}/initial-claim/set`),
      ])
        expect(answer.status).toBe(403);
      expect((await portal.oskar.delete('/connections/nope', 'x')).status).toBe(
        404,
      );
      expect(
        (await portal.admin.get(path)).body.initialClaim.value,
      ).toBeDefined();
    });

    it('lets users move a record only between teams and entities of theirs', async () => {
      const { id: key, etag } = await create();
      const path = `/connections/${key}`;
      for (const patch of [
        { owner: 'group:default/team-orders' },
        { entityRef: 'system:default/orders-camunda' },
        { entityRef: 'SYSTEM:default/Orders-Camunda' },
        { owner: ' group:default/team-orders ' },
      ])
        expect((await portal.guest.patch(path, etag, patch)).status).toBe(403);
      for (const text of [
        '{"owner":null,"__proto__":{"owner":"group:default/team-orders"}}',
        '{"components":{"__proto__":{"x":1}}}',
        '{"owner":null}',
        '[]',
        'null',
      ])
        expect(
          (
            await portal.guest
              .patch(path, etag)
              .set('Content-Type', 'application/json')
              .send(text)
          ).status,
        ).toBe(400);
      const moved = await portal.both.patch(path, etag, {
        owner: 'group:default/team-orders',
        entityRef: 'system:default/orders-camunda',
      });
      expect(moved.status).toBe(200);
      expect(
        (await portal.guest.patch(path, moved.body.etag, { title: 'x' }))
          .status,
      ).toBe(403);
    });

    it('lets services read, and write if the configuration names them', async () => {
      const { id: key, etag } = await create();
      const seen = await portal.service.get(`/connections/${key}`);
      expect(seen.status).toBe(200);
      expect(seen.body.initialClaim.valueHidden).toBe(true);
      expect(
        (await portal.service.post('/connections', newRecord({ name: 'x' })))
          .status,
      ).toBe(403);
      expect(
        (await portal.registrar.post('/connections', newRecord({ name: 'x' })))
          .status,
      ).toBe(201);
      expect(
        (await portal.registrar.delete(`/connections/${key}`, etag)).status,
      ).toBe(403);
    });
  });

  it('answers the documented facts and the catalogue', async () => {
    const { body } = await portal.guest.get('/camunda/8.7');
    expect(body.components.map(({ key }: any) => key)).toContain('optimize');
    const logout = (facts: any) =>
      facts.features.find(({ code }: any) => code === 'rp-initiated-logout');
    expect(logout(body)).toMatchObject({ available: false });
    const { body: later } = await portal.guest.get('/camunda/8.8');
    expect(later.components.map(({ key }: any) => key)).toContain(
      'orchestration',
    );
    expect(logout(later)).toMatchObject({ available: false });
    expect((await portal.guest.get('/camunda/7.9')).status).toBe(404);
    const { body: findings } = await portal.guest.get('/findings');
    expect(findings.items.length).toBeGreaterThan(20);
  });
});
