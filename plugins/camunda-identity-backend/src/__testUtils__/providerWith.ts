import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hold } from './Hold';

/** A provider whose discovery document is given by the test. */
export async function providerWith(
  change: (origin: string) => Record<string, unknown> = () => ({}),
) {
  const hold = new Hold();
  const state = { change };
  const server = createServer(async (req, res) => {
    const { port } = server.address() as AddressInfo;
    const origin = `http://localhost:${port}`;
    await hold.pass();
    res.setHeader('Content-Type', 'application/json');
    res.end(
      JSON.stringify(
        req.url === '/jwks'
          ? {
              keys: [
                { kty: 'RSA', kid: 'k', use: 'sig', n: 'AQAB', e: 'AQAB' },
              ],
            }
          : {
              issuer: origin,
              authorization_endpoint: `${origin}/auth`,
              token_endpoint: `${origin}/token`,
              jwks_uri: `${origin}/jwks`,
              response_types_supported: ['code'],
              ...state.change(origin),
            },
      ),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    issuer: `http://localhost:${port}`,
    state,
    hold,
    async stop() {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}
