import fc from 'fast-check';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostileText, hostileValue } from './hostile';

/**
 * A provider that behaves well at `/good` and answers whatever it likes at `/bad/<seed>`, the same for the
 * same seed.
 */
export async function startHostileProvider() {
  const server = createServer((req, res) => {
    const { port } = server.address() as AddressInfo;
    const origin = `http://localhost:${port}`;
    const [, kind, seed] = (req.url ?? '/').split('/');
    req.resume();
    const issuer = kind === 'bad' ? `${origin}/bad/${seed}` : `${origin}/good`;
    const document: Record<string, unknown> = {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      grant_types_supported: ['client_credentials', 'authorization_code'],
    };
    const good = req.url!.endsWith('/jwks')
      ? { keys: [{ kty: 'RSA' }] }
      : document;
    res.setHeader('Content-Type', 'application/json');
    if (kind !== 'bad') {
      res.end(JSON.stringify(good));
      return;
    }
    const [change] = fc.sample(CHANGES, {
      seed: Number(seed) || 0,
      numRuns: 1,
    });
    res.statusCode = change.status;
    res.end(change.raw ?? JSON.stringify({ ...good, ...change.members }));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const MEMBERS = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'jwks_uri',
  'end_session_endpoint',
  'response_types_supported',
  'scopes_supported',
  'claims_supported',
  'keys',
  'error',
  'error_description',
  'access_token',
];

const CHANGES = fc.record({
  status: fc.constantFrom(200, 200, 200, 200, 400, 401, 403, 500, 503),
  members: fc.dictionary(fc.constantFrom(...MEMBERS), hostileValue, {
    maxKeys: 4,
  }),
  raw: fc.option(hostileText, { nil: undefined, freq: 6 }),
});
