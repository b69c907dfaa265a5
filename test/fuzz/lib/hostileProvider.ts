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
    if (kind === 'worst') {
      const worst = WORST[seed];
      const whole = { ...good, issuer: `${origin}/worst/${seed}` };
      for (const name of [
        'authorization_endpoint',
        'token_endpoint',
        'jwks_uri',
      ])
        if (name in whole)
          Object.assign(whole, {
            [name]: String((whole as any)[name]).replace(
              '/good',
              `/worst/${seed}`,
            ),
          });
      const answer = worst(whole);
      res.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
      return;
    }
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

/** Bytes of an answer that are still read. */
const FULL = 500 * 1024;

const many = <T>(count: number, make: (n: number) => T) =>
  Array.from({ length: count }, (_, n) => make(n));

/** Documents at full size, each of them what some reader likes least. */
export const WORST: Record<string, (good: object) => unknown> = {
  endpoints: good => ({
    ...good,
    ...Object.fromEntries(
      many(4_500, n => [`m${n}_endpoint`, `http://h${n}.example.com`]),
    ),
  }),
  types: good => ({
    ...good,
    ...Object.fromEntries(many(20_000, n => [`m${n}_endpoint`, n])),
  }),
  nested: good =>
    JSON.stringify(good).replace(
      /\}$/,
      `,"x":${'['.repeat(240_000)}${']'.repeat(240_000)}}`,
    ),
  deep: good => {
    let value: unknown = 'x';
    for (let n = 0; n < 18; n += 1) value = [value];
    return {
      ...good,
      ...Object.fromEntries(many(8_000, n => [`k${n}`, value])),
    };
  },
  members: good => ({
    ...good,
    ...Object.fromEntries(many(40_000, n => [`k${n}`, n])),
  }),
  lists: good => ({
    ...good,
    scopes_supported: many(60_000, n => `s${n}`),
    claims_supported: ['x'.repeat(1_000)],
  }),
  slashes: good => ({
    ...good,
    issuer: `https://a${'/'.repeat(FULL - 1_000)}b`,
  }),
  endpoint: good => ({
    ...good,
    end_session_endpoint: `https://a/${'/'.repeat(FULL - 1_000)}b`,
  }),
  backslashes: good => ({
    ...good,
    error: 'invalid_client',
    error_description: '\\'.repeat(200_000),
    x: '\\"'.repeat(50_000),
  }),
  percent: good => ({
    ...good,
    error: '%25'.repeat(80_000),
    error_description: '%2'.repeat(100_000),
  }),
  base64: good => ({ ...good, error_description: 'QUJD'.repeat(110_000) }),
  keys: () => ({
    keys: many(4_000, n => ({
      kty: 'RSA',
      kid: `k${n}`,
      use: 'sig',
      n: 'AQAB'.repeat(8),
      e: 'AQAB',
    })),
  }),
  page: () => `<html>${'AADSTS '.repeat(70_000)}`,
};

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
