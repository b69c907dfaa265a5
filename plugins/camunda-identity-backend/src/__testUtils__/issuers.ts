import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerAuthorization } from './authorization';
import { Hold } from './Hold';

/** Many issuers on one port: `http://localhost:<port>/<name>`, each with discovery document and key set. */
export async function startIssuers() {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = [
    { ...publicKey.export({ format: 'jwk' }), kid: '1', use: 'sig' },
  ];
  /** Requests by path. */
  const requests = new Map<string, number>();
  const hold = new Hold();
  const state = {
    down: false,
    /** Sends one space after the other and never ends the answer. */
    dripping: false,
  };
  const server = createServer(async (req, res) => {
    const path = req.url ?? '/';
    requests.set(path, (requests.get(path) ?? 0) + 1);
    await hold.pass();
    res.setHeader('Content-Type', 'application/json');
    if (state.dripping) {
      const drops = setInterval(() => res.write(' '), 20);
      res.on('close', () => clearInterval(drops));
      return;
    }
    if (state.down) {
      res.statusCode = 503;
      res.end('{}');
      return;
    }
    if (/\/auth(\?|$)/.test(path)) {
      answerAuthorization(req, res);
      return;
    }
    if (path.endsWith('/token')) {
      res.writeHead(401).end('{"error":"invalid_client"}');
      return;
    }
    const { port } = server.address() as AddressInfo;
    const issuer = `http://localhost:${port}/${path.split('/')[1]}`;
    const well = path.endsWith('/.well-known/openid-configuration');
    res.end(
      JSON.stringify(
        well
          ? {
              issuer,
              authorization_endpoint: `${issuer}/auth`,
              token_endpoint: `${issuer}/token`,
              jwks_uri: `${issuer}/jwks`,
              end_session_endpoint: `${issuer}/logout`,
              response_types_supported: ['code'],
              grant_types_supported: [
                'authorization_code',
                'refresh_token',
                'client_credentials',
              ],
              subject_types_supported: ['public'],
              scopes_supported: [
                'openid',
                'profile',
                'email',
                'offline_access',
              ],
              code_challenge_methods_supported: ['S256'],
              token_endpoint_auth_methods_supported: [
                'client_secret_basic',
                'client_secret_post',
              ],
              id_token_signing_alg_values_supported: ['RS256'],
            }
          : { keys },
      ),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    requests,
    state,
    hold,
    /** Currently open connections. */
    connections: () =>
      new Promise<number>((done, fail) =>
        server.getConnections((error, count) =>
          error ? fail(error) : done(count),
        ),
      ),
    url: (name: string) => `http://localhost:${port}/${name}`,
    async stop() {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}

export type Issuers = Awaited<ReturnType<typeof startIssuers>>;
