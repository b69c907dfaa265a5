import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import type { EventParams } from '@backstage/plugin-events-node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { Agent, fetch as undiciFetch } from 'undici';
import { catalogModuleCamundaIdentity } from './module';

jest.setTimeout(60_000);

function connection(id: string, name = id) {
  return {
    id,
    name,
    entityRef: 'system:default/payments-camunda',
    owner: 'group:default/team-payments',
    camundaVersion: '8.7',
    providerSummary: { title: 'Keycloak', issuer: 'https://idp.example.com' },
  };
}

describe('module in a real catalog', () => {
  let api: Server;
  const records = new Map<string, object>();
  let publish: (event: EventParams) => Promise<void>;
  const realFetch = global.fetch;
  const agent = new Agent();

  beforeAll(async () => {
    api = createServer((req, res) => {
      const path = new URL(req.url!, 'http://localhost').pathname;
      const id = path.split('/v1/connections/')[1];
      const found = id ? records.get(id) : { items: [...records.values()] };
      res.statusCode = found ? 200 : 404;
      res.setHeader('Content-Type', 'application/json');
      res.end(
        JSON.stringify(
          found ?? { error: { name: 'NotFoundError', message: 'no' } },
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

  it('adds, updates, renames and removes entities as records change', async () => {
    const { port } = api.address() as AddressInfo;
    records.set('a', connection('a'));
    records.set('b', connection('b'));
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleCamundaIdentity,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { seconds: 1 },
              providers: {
                camundaIdentity: {
                  schedule: {
                    frequency: { minutes: 5 },
                    timeout: { minutes: 1 },
                  },
                },
              },
            },
          },
        }),
        mockServices.discovery.mock({
          getBaseUrl: async () => `http://127.0.0.1:${port}`,
        }).factory,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => ({
            publish: async () => {},
            subscribe: async ({ topics, onEvent }) => {
              if (topics.includes('camunda-identity.connections'))
                publish = onEvent;
            },
          }),
        }),
      ],
    });
    const entities = async () => {
      const { body } = await request(backend.server).get(
        '/api/catalog/entities?filter=kind=resource,spec.type=oidc-connection',
      );
      return body as any[];
    };
    /** Waits until the catalog has processed what was submitted. */
    const until = async (names: string[]) => {
      const end = Date.now() + 30_000;
      for (;;) {
        const found = await entities();
        const have = found.map(({ metadata }) => metadata.name).sort();
        if (JSON.stringify(have) === JSON.stringify(names)) return found;
        if (Date.now() > end) throw new Error(`the catalog has ${have}`);
        await new Promise(done => setTimeout(done, 200));
      }
    };
    const changed = (id: string) =>
      publish({
        topic: 'camunda-identity.connections',
        eventPayload: { id },
      });

    const [first] = await until(['a', 'b']);
    expect(first.relations).toEqual(
      expect.arrayContaining([
        {
          type: 'dependencyOf',
          targetRef: 'system:default/payments-camunda',
        },
        { type: 'ownedBy', targetRef: 'group:default/team-payments' },
      ]),
    );
    records.set('c', connection('c'));
    await changed('c');
    records.set('a', connection('a', 'renamed'));
    await changed('a');
    records.delete('b');
    await changed('b');
    await until(['c', 'renamed']);
    await backend.stop();
  });
});
