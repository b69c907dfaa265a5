/* eslint-disable jest/expect-expect -- expectReport does */
import fc from 'fast-check';
import {
  DEFAULT_PROVIDER_CONTEXT,
  FINDINGS,
} from 'backstage-plugin-camunda-identity-common';
import { checkConnection } from './checkConnection';
import { GuardedHttp } from './http';
import {
  changes,
  oddValue,
  rawBody,
  tokenText,
} from './__testUtils__/arbitraries';
import {
  AUDIENCE,
  FaultyProvider,
  makeKeys,
  type Faults,
} from './__testUtils__/faults/FaultyProvider';

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
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(200, 200, 200, 400, 401, 403, 500, 302),
      fc.constantFrom('application/json', 'text/html', 'x'),
      fc.oneof(
        changes(members).map(changed => JSON.stringify(changed)),
        tokenText.map(access_token =>
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

it('survives any answer', async () => {
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
