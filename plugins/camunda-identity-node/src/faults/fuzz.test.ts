/* eslint-disable jest/expect-expect -- expectReport does */
import fc from 'fast-check';
import {
  DEFAULT_PROVIDER_CONTEXT,
  FINDINGS,
} from 'backstage-plugin-camunda-identity-common';
import { checkConnection } from '../checkConnection';
import { GuardedHttp } from '../http';
import {
  AUDIENCE,
  FaultyProvider,
  makeKeys,
  type Faults,
} from './FaultyProvider';

const CODES = new Set(FINDINGS.map(({ code }) => code));
const SECRET = 'fuzz-s3cret-value';

const faults: Faults = {};
let provider: FaultyProvider;
let http: GuardedHttp;
const rejections: unknown[] = [];
const onRejection = (reason: unknown) => rejections.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', onRejection);
  provider = new FaultyProvider(faults, await makeKeys('fuzz'));
  await provider.start();
  http = new GuardedHttp({
    allowPlainHttp: true,
    allowedHosts: ['localhost'],
    requestTimeoutMs: 300,
    retryDelayMs: 1,
  });
});
afterEach(() => {
  for (const name of Object.keys(faults)) delete faults[name as keyof Faults];
});
afterAll(async () => {
  await http.close();
  await provider.stop();
  process.off('unhandledRejection', onRejection);
});

async function expectReport() {
  const { findings } = await checkConnection(
    {
      camundaVersion: '8.7',
      provider: { type: 'GENERIC', issuer: provider.origin },
      components: { zeebe: { clientId: 'zeebe', audience: AUDIENCE } },
      secrets: { zeebe: SECRET },
    },
    {
      http,
      providers: DEFAULT_PROVIDER_CONTEXT,
      insecureAllowed: true,
      runTimeoutMs: 2_000,
    },
  );
  const codes = findings.map(({ code }) => code);
  for (const code of codes) expect(CODES).toContain(code);
  expect(codes).toContain('jwks.document');
  expect(codes).toContain('client.secret');
  expect(JSON.stringify(findings)).not.toContain(SECRET);
  expect(rejections).toEqual([]);
}

/** What somebody may put where a text, a list or an object is expected. */
const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    '',
    'x',
    '//',
    'http://[',
    'https://',
    'https://10.0.0.1/',
    'http://169.254.169.254/',
    'data:application/json,{}',
    'file:///etc/passwd',
    '\u0000',
    '\ud800',
    null,
    [],
    [null],
    {},
    { toString: null },
    -1,
    1e308,
    true,
  ),
);

/** A good object with some members replaced, taken away or added. */
const changes = (names: string[]) =>
  fc.dictionary(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('__proto__', 'constructor', 'x'),
      },
    ),
    fc.oneof(oddValue, fc.constant(undefined)),
    { minKeys: 1, maxKeys: 4 },
  );

const rawBody = fc.oneof(
  fc.json(),
  fc.string(),
  fc.uint8Array({ maxLength: 64 }).map(bytes => Buffer.from(bytes)),
);

/** More with FUZZ_RUNS=5000. */
const options = { numRuns: Number(process.env.FUZZ_RUNS ?? 100) };

it('survives every discovery document', async () => {
  const names = Object.keys(provider.document());
  await fc.assert(
    fc.asyncProperty(changes(names), async changed => {
      faults.document = document => ({ ...document, ...changed });
      await expectReport();
    }),
    options,
  );
}, 60_000);

it('survives every key set', async () => {
  const members = [
    'kty',
    'n',
    'e',
    'kid',
    'use',
    'alg',
    'key_ops',
    'x5c',
    'd',
    'crv',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(changes(members), { maxLength: 4 }).map(list => ({ list })),
        oddValue.map(value => ({ value })),
      ),
      async changed => {
        faults.keys = keys =>
          'list' in changed
            ? { keys: changed.list.map(entry => ({ ...keys[0], ...entry })) }
            : { keys: changed.value };
        await expectReport();
      },
    ),
    options,
  );
}, 60_000);

it('survives every token answer', async () => {
  const members = [
    'access_token',
    'token_type',
    'expires_in',
    'scope',
    'error',
    'error_description',
    'error_codes',
    'refresh_token',
    'id_token',
  ];
  const segment = fc.oneof(
    fc.base64String(),
    fc.json().map(text => Buffer.from(text).toString('base64url')),
    fc
      .constantFrom(
        '{"alg":"none"}',
        '{"alg":"RS256","kid":"fuzz"}',
        '{"alg":7}',
      )
      .map(text => Buffer.from(text).toString('base64url')),
  );
  const token = fc
    .array(segment, { minLength: 1, maxLength: 5 })
    .map(parts => parts.join('.'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(200, 200, 200, 400, 401, 403, 500, 302),
      fc.constantFrom('application/json', 'text/html', 'x'),
      fc.oneof(
        changes(members).map(changed => JSON.stringify(changed)),
        token.map(access_token =>
          JSON.stringify({ access_token, token_type: 'bearer' }),
        ),
        rawBody,
      ),
      async (status, type, body) => {
        faults.token = (_req, res) =>
          res.writeHead(status, { 'Content-Type': type }).end(body);
        await expectReport();
      },
    ),
    options,
  );
}, 60_000);

it('survives every claim of a token', async () => {
  const members = [
    'iss',
    'aud',
    'exp',
    'nbf',
    'iat',
    'ver',
    'azp',
    'oid',
    'tid',
  ];
  await fc.assert(
    fc.asyncProperty(changes(members), async changed => {
      faults.claims = claims => ({ ...claims, ...changed });
      await expectReport();
    }),
    options,
  );
}, 60_000);

it('survives every answer whatever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 200, max: 599 }),
      fc.constantFrom('application/json', 'application/x+json', 'text/html'),
      fc.constantFrom(undefined, 'gzip', 'br', 'deflate', 'x'),
      rawBody,
      async (status, type, coding, body) => {
        faults.all = (_req, res) => {
          if (coding) res.setHeader('Content-Encoding', coding);
          res.writeHead(status, { 'Content-Type': type }).end(body);
        };
        await expectReport();
      },
    ),
    options,
  );
}, 60_000);
