import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { TestApi } from '../__testUtils__/testApi';
import { createActions } from '.';

let api: TestApi;
beforeEach(async () => {
  api = new TestApi();
  await api.start();
});
afterEach(() => api.stop());

const connection = {
  id: '1',
  etag: 'e1',
  name: 'payments-prod',
  components: { identity: { secret: { stored: true } } },
  initialClaim: { name: 'oid', value: 'a-person', state: 'pending' },
};

async function run(
  id: string,
  input: object,
  more: { secrets?: Record<string, string>; isDryRun?: boolean } = {},
) {
  const context = createMockActionContext({ input, ...more });
  if (more.isDryRun) context.isDryRun = true;
  const lines: string[] = [];
  for (const level of ['info', 'warn'] as const)
    jest
      .spyOn(context.logger, level)
      .mockImplementation((...args: unknown[]) => {
        lines.push(String(args[0]));
      });
  const action = createActions(api.options).find(entry => entry.id === id)!;
  await action.handler(context as never);
  const outputs = Object.fromEntries((context.output as jest.Mock).mock.calls);
  return { outputs, lines };
}

beforeEach(() => {
  api.answers['GET /v1/connections/by-name/payments-prod'] = {
    body: connection,
  };
  api.answers['GET /v1/connections/1'] = { body: connection };
});

describe('camunda-identity:connection:update', () => {
  it('sends the patch for the state that it has read', async () => {
    api.answers['PATCH /v1/connections/1'] = { body: connection };
    const { outputs } = await run('camunda-identity:connection:update', {
      connectionName: 'payments-prod',
      patch: { camundaVersion: '8.9' },
    });
    expect(api.calls.at(-1)).toMatchObject({
      method: 'PATCH',
      body: { camundaVersion: '8.9' },
    });
    expect(outputs.connectionId).toBe('1');
    expect(JSON.stringify(outputs)).not.toContain('a-person');
  });

  it('changes nothing in a dry run, and wants something to change', async () => {
    await run(
      'camunda-identity:connection:update',
      { connectionId: '1', patch: { title: 'x' } },
      { isDryRun: true },
    );
    expect(api.calls.map(({ method }) => method)).toEqual(['GET']);
    await expect(
      run('camunda-identity:connection:update', {
        connectionId: '1',
        patch: {},
      }),
    ).rejects.toThrow('names nothing to change');
  });

  it('wants one way of naming the connection', async () => {
    for (const input of [{}, { connectionId: '1', connectionName: 'x' }])
      await expect(
        run('camunda-identity:connection:update', {
          ...input,
          patch: { title: 'x' },
        }),
      ).rejects.toThrow('either connectionId or connectionName');
  });
});

describe('camunda-identity:connection:find', () => {
  const find = (input: object) =>
    run('camunda-identity:connection:find', input);

  it('finds by name and by entity', async () => {
    api.answers['GET /v1/connections'] = { body: { items: [connection] } };
    expect((await find({ name: 'payments-prod' })).outputs.connectionId).toBe(
      '1',
    );
    const { outputs } = await find({ entityRef: 'system:default/payments' });
    expect(outputs).toMatchObject({ found: true, connectionId: '1' });
    expect(api.calls.at(-1)?.url).toContain(
      'entityRef=system%3Adefault%2Fpayments',
    );
  });

  it('stops where there is none or more than one, unless none is allowed', async () => {
    await expect(find({ name: 'other' })).rejects.toThrow('"other"');
    api.answers['GET /v1/connections'] = { body: { items: [] } };
    const { outputs } = await find({ entityRef: 'a:b/c', optional: true });
    expect(outputs).toEqual({ found: false });
    api.answers['GET /v1/connections'] = {
      body: { items: [connection, connection] },
    };
    await expect(find({ entityRef: 'a:b/c' })).rejects.toThrow('several');
  });
});

describe('camunda-identity:secret:store', () => {
  const store = (input: object, secrets?: Record<string, string>) =>
    run(
      'camunda-identity:secret:store',
      { connectionId: '1', client: 'identity', secretName: 'value', ...input },
      { secrets },
    );

  it('takes the value from the secrets of the task and shows it nowhere', async () => {
    const path = '/v1/connections/1/clients/identity/secret';
    api.answers[`PUT ${path}`] = { status: 204 };
    api.answers[`POST ${path}/promote`] = { status: 204 };
    const { outputs, lines } = await store(
      { slot: 'next', promote: true, expiresAt: '2027-11-26' },
      { value: 'very-secret' },
    );
    const put = api.calls.find(({ method }) => method === 'PUT');
    expect(put?.body).toEqual({
      value: 'very-secret',
      slot: 'next',
      expiresAt: '2027-11-26',
    });
    expect(api.calls.at(-1)?.url).toBe(`${path}/promote`);
    expect(JSON.stringify(outputs) + lines.join()).not.toContain('very-secret');
  });

  it('stores the first one as the current one', async () => {
    api.answers['GET /v1/connections/1'] = {
      body: { ...connection, components: { identity: {} } },
    };
    const path = '/v1/connections/1/clients/identity/secret';
    api.answers[`PUT ${path}`] = { status: 204 };
    await store({ slot: 'next', promote: true }, { value: 'very-secret' });
    expect(api.calls.at(-1)).toMatchObject({
      method: 'PUT',
      body: { slot: 'current' },
    });
  });

  it('says where a value has to be entered', async () => {
    await expect(store({})).rejects.toThrow('field of the type Secret');
    await expect(store({ secretName: 'toString' }, {})).rejects.toThrow(
      'no secret "toString"',
    );
  });
});

describe('camunda-identity:initial-claim:mark-set', () => {
  const mark = () =>
    run('camunda-identity:initial-claim:mark-set', { connectionId: '1' });

  it('marks once', async () => {
    const set = {
      ...connection,
      initialClaim: { ...connection.initialClaim, state: 'set' },
    };
    api.answers['POST /v1/connections/1/initial-claim/set'] = { body: set };
    const { outputs } = await mark();
    expect(outputs.connection.initialClaim).toEqual({
      name: 'oid',
      state: 'set',
    });
    api.answers['GET /v1/connections/1'] = { body: set };
    await mark();
    expect(api.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });
});
