import { mockServices } from '@backstage/backend-test-utils';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { installedActions } from './installedActions';

describe('installedActions', () => {
  async function ask(statuses: number[]) {
    const asked: Array<[url?: string, authorization?: string]> = [];
    const server = createServer((req, res) => {
      asked.push([req.url, req.headers.authorization]);
      res.statusCode = statuses[asked.length - 1] ?? 200;
      res.end(JSON.stringify([{ id: 'publish:gitea' }, { id: 'fetch:plain' }]));
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      const actions = await installedActions({
        auth: mockServices.auth({ pluginId: 'catalog' }),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async plugin => `http://127.0.0.1:${port}/${plugin}`,
        }),
        pauseMs: 1,
      });
      return { actions, asked };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  it('asks the scaffolder as this backend, again while it starts', async () => {
    const { actions, asked } = await ask([503, 503]);
    expect([...actions]).toEqual(['publish:gitea', 'fetch:plain']);
    expect(asked).toHaveLength(3);
    const [url, authorization] = asked[2];
    expect(url).toBe('/scaffolder/v2/actions');
    expect(authorization).toMatch(/^Bearer /);
  });

  it('gives up with what was answered last', async () => {
    await expect(ask(Array(40).fill(403))).rejects.toThrow(
      'the scaffolder answered 403',
    );
  });
});
