import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import {
  camundaIdentityServiceRef,
  type CamundaIdentityService,
} from './service';

/** Gets the service as a plugin does. */
const asPlugin = createServiceFactory({
  service: createServiceRef<CamundaIdentityService>({ id: 'test' }),
  deps: { camundaIdentity: camundaIdentityServiceRef },
  factory: ({ camundaIdentity }) => camundaIdentity,
});

describe('the service for other backend modules', () => {
  const seen: Array<string | undefined> = [];
  let api: Server;
  let url: string;
  const realFetch = global.fetch;
  const agent = new Agent();

  beforeAll(async () => {
    api = createServer((req, res) => {
      seen.push(req.headers.authorization);
      if (req.url?.startsWith('/v1/connections/by-name')) return;
      res.setHeader('Content-Type', 'application/json');
      res.end('{"items":[]}');
    });
    await new Promise<void>(done => api.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    global.fetch = ((input: any, init: any) =>
      undiciFetch(input, { ...init, dispatcher: agent })) as never;
  });
  afterAll(async () => {
    global.fetch = realFetch;
    await agent.destroy();
    api.closeAllConnections();
    await new Promise(done => api.close(done));
  });

  const service = (clouds?: object) =>
    ServiceFactoryTester.from(asPlugin, {
      dependencies: [
        mockServices.auth.factory(),
        mockServices.discovery.mock({ getBaseUrl: async () => url }).factory,
        mockServices.rootConfig.factory({
          data: { camundaIdentity: { microsoft: { clouds } } } as never,
        }),
      ],
    }).getSubject('scaffolder');

  it('calls the API on behalf of the given credentials', async () => {
    const client = (await service()).client(
      mockCredentials.user('user:default/ada'),
    );
    expect(await client.listConnections()).toEqual({ items: [] });
    expect(seen).toEqual([
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.user('user:default/ada'),
        targetPluginId: 'camunda-identity',
      }),
    ]);
  });

  it('aborts requests with the signal of the task', async () => {
    const task = new AbortController();
    const client = (await service()).client(mockCredentials.service(), {
      signal: task.signal,
    });
    const answer = client.getConnectionByName('slow');
    task.abort();
    await expect(answer).rejects.toThrow(/abort/i);
  });

  it('knows the clouds of the installation, and names an invalid one', async () => {
    const own = { title: 'Ours', loginBaseUrl: 'https://login.example.com/' };
    expect((await service({ own })).clouds).toMatchObject({
      global: { loginBaseUrl: 'https://login.microsoftonline.com' },
      own: { title: 'Ours', loginBaseUrl: 'https://login.example.com' },
    });
    const wrong = await service({ own: { ...own, loginBaseUrl: 'login' } });
    expect(() => wrong.clouds).toThrow(
      'camundaIdentity.microsoft.clouds.own.loginBaseUrl: expected an absolute http(s) URL',
    );
  });
});
