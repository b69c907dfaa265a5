import { mockServices } from '@backstage/backend-test-utils';
import { resourceEntityV1alpha1Validator } from '@backstage/catalog-model';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { ConnectionEntityProvider } from './ConnectionEntityProvider';
import { toEntity } from './toEntity';

function connection(name: string) {
  return {
    id: `id-${name}`,
    name,
    entityRef: 'system:default/payments-camunda',
    owner: 'group:default/team-payments',
    camundaVersion: '8.7',
    providerSummary: { title: 'Keycloak', issuer: 'https://idp.example.com' },
    initialClaim: { name: 'oid', value: 'alice-oid', state: 'set' },
    createdBy: 'user:default/alice',
    clients: [{ clientId: 'camunda-identity' }],
  } as any;
}

describe('an entity', () => {
  it('is a Resource with owner and relation', () => {
    const entity = toEntity(connection('payments-prod'));
    expect(entity).toMatchObject({
      kind: 'Resource',
      metadata: {
        name: 'payments-prod',
        annotations: { 'camunda-identity/connections': 'payments-prod' },
      },
      spec: {
        type: 'oidc-connection',
        owner: 'group:default/team-payments',
        dependencyOf: ['system:default/payments-camunda'],
        system: 'system:default/payments-camunda',
      },
    });
    expect(entity.metadata.description).toContain('Keycloak');
  });

  it('holds nothing personal', () => {
    const text = JSON.stringify(toEntity(connection('a')));
    expect(text).not.toMatch(/alice|camunda-identity"|oid"/);
  });
});

describe('the provider', () => {
  let api: Server;
  const realFetch = global.fetch;
  const agent = new Agent();

  beforeAll(async () => {
    api = createServer((req, res) => {
      const second = req.url?.includes('cursor=2');
      res.setHeader('Content-Type', 'application/json');
      res.end(
        JSON.stringify(
          second
            ? { items: [connection('b')] }
            : { items: [connection('a')], nextCursor: '2' },
        ),
      );
    });
    await new Promise<void>(done => api.listen(0, '127.0.0.1', done));
    global.fetch = ((input: any, init: any) =>
      undiciFetch(input, { ...init, dispatcher: agent })) as never;
  });
  afterAll(async () => {
    global.fetch = realFetch;
    await agent.destroy();
    await new Promise(done => api.close(done));
  });

  it('hands every page to the catalog, on schedule and on events', async () => {
    const { port } = api.address() as AddressInfo;
    const events = mockServices.events.mock();
    const tasks: Array<() => unknown> = [];
    const provider = new ConnectionEntityProvider({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
      }),
      events,
      logger: mockServices.logger.mock(),
      schedule: {
        run: async ({ fn }) => {
          tasks.push(fn as never);
        },
      },
    });
    const applyMutation = jest.fn();
    await provider.connect({ applyMutation, refresh: jest.fn() });
    await tasks[0]();
    const { entities } = applyMutation.mock.calls[0][0];
    expect(entities.map((entry: any) => entry.entity.metadata.name)).toEqual([
      'a',
      'b',
    ]);
    for (const { entity } of entities)
      expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
    const [subscription] = (events.subscribe as jest.Mock).mock.calls[0];
    await subscription.onEvent({});
    expect(applyMutation).toHaveBeenCalledTimes(2);
  });

  it('leaves what another record has under a name that this replica knew', async () => {
    const records = new Map<string, any>([['id-a', connection('n')]]);
    records.get('id-a').id = 'id-a';
    const shared = createServer((req, res) => {
      const path = decodeURIComponent(req.url!).split('?')[0];
      const [, name] = path.split('/by-name/');
      const [, id] = path.split('/v1/connections/');
      const found = name
        ? [...records.values()].find(record => record.name === name)
        : records.get(id);
      res.setHeader('Content-Type', 'application/json');
      if (id && !found) res.writeHead(404).end('{"error":{}}');
      else res.end(JSON.stringify(found ?? { items: [...records.values()] }));
    });
    await new Promise<void>(done => shared.listen(0, '127.0.0.1', done));
    const { port } = shared.address() as AddressInfo;
    // What the catalog has, whichever replica told it.
    const catalog = new Map<string, string>();
    const applyMutation = async (mutation: any) => {
      if (mutation.type === 'full') catalog.clear();
      for (const { entityRef } of mutation.removed ?? [])
        catalog.delete(entityRef);
      for (const { entity } of mutation.entities ?? mutation.added)
        catalog.set(
          `resource:default/${entity.metadata.name}`,
          entity.metadata.annotations['camunda-identity/connection-id'],
        );
    };
    const replicas = [0, 1].map(
      () =>
        new ConnectionEntityProvider({
          auth: mockServices.auth(),
          discovery: mockServices.discovery.mock({
            getBaseUrl: async () => `http://127.0.0.1:${port}`,
          }),
          events: mockServices.events.mock(),
          logger: mockServices.logger.mock(),
          schedule: { run: async () => {} },
        }),
    );
    for (const replica of replicas) {
      await replica.connect({ applyMutation, refresh: jest.fn() } as never);
      await replica.refresh();
    }
    const [one, two] = replicas;
    // Two sees that A is renamed and that B takes its name; then one hears of A.
    records.set('id-a', { ...connection('m'), id: 'id-a' });
    await two.refreshOne('id-a');
    records.set('id-b', { ...connection('n'), id: 'id-b' });
    await two.refreshOne('id-b');
    await one.refreshOne('id-a');
    expect(Object.fromEntries(catalog)).toEqual({
      'resource:default/m': 'id-a',
      'resource:default/n': 'id-b',
    });
    // A name that nobody has any more goes.
    records.set('id-b', { ...connection('o'), id: 'id-b' });
    await two.refreshOne('id-b');
    expect([...catalog.keys()].sort()).toEqual([
      'resource:default/m',
      'resource:default/o',
    ]);
    await new Promise(done => shared.close(done));
  });

  it('applies refreshes in their order, and those that wait as one', async () => {
    let listed = 0;
    let release = () => {};
    const slow = createServer(async (_req, res) => {
      listed += 1;
      const name = `list-${listed}`;
      // The first list is read first and answered last.
      if (listed === 1)
        await new Promise<void>(done => {
          release = done;
        });
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify({ items: [connection(name)] }));
    });
    await new Promise<void>(done => slow.listen(0, '127.0.0.1', done));
    const { port } = slow.address() as AddressInfo;
    const applied: string[] = [];
    const provider = new ConnectionEntityProvider({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
      }),
      events: mockServices.events.mock(),
      logger: mockServices.logger.mock(),
      schedule: { run: async () => {} },
    });
    await provider.connect({
      applyMutation: async (mutation: any) => {
        applied.push(mutation.entities[0].entity.metadata.name);
      },
      refresh: jest.fn(),
    });
    const first = provider.refresh();
    while (listed === 0) await new Promise(done => setTimeout(done, 5));
    const others = [provider.refresh(), provider.refresh(), provider.refresh()];
    await new Promise(done => setTimeout(done, 50));
    expect(applied).toEqual([]);
    release();
    await Promise.all([first, ...others]);
    expect(applied).toEqual(['list-1', 'list-2']);
    await new Promise(done => slow.close(done));
  });
});
