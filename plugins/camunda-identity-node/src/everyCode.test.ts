/* eslint-disable jest/expect-expect -- what is expected stands in the tables */
import {
  DEFAULT_PROVIDER_CONTEXT,
  FINDINGS,
} from 'backstage-plugin-camunda-identity-common';
import { createAuthority } from './__testUtils__/certificates';
import { ALL_FAULTS } from './__testUtils__/faults/allFaults';
import { claimFaults } from './__testUtils__/faults/cases/claims';
import {
  AUDIENCE,
  FaultyProvider,
  makeKeys,
  SECRET,
  sendJson,
  type Faults,
  type Keys,
} from './__testUtils__/faults/FaultyProvider';
import {
  startRunningCamunda,
  type RunningOptions,
} from './__testUtils__/runningCamunda';
import { tlsFaults } from './__testUtils__/faults/tlsFaults';
import { x5cOf } from './__testUtils__/x5c';
import { checkConnection } from './checkConnection';
import type { CheckConnectionOptions } from './CheckConnectionOptions';
import { digestOf } from './checks/discovery/digest';
import type { CheckInput } from './checks/types';
import { GuardedHttp } from './http';

jest.setTimeout(60_000);

/*
 * Cases for every code of the catalogue that a provider check reports, and for every verdict of the checks that
 * look at one thing.
 */
interface Case {
  faults?: Faults;
  input?: (origin: string) => Partial<CheckInput>;
  options?: (origin: string) => Partial<CheckConnectionOptions>;
  /** Follows the provider's origin in the issuer. */
  path?: string;
  /** A running component whose address goes into the record. */
  running?: Partial<RunningOptions> & Pick<RunningOptions, 'component'>;
}

type Row = readonly [expected: string, name: string, Case];

const http = new GuardedHttp({
  allowPlainHttp: true,
  allowedHosts: ['localhost'],
});
afterAll(() => http.close());

let keys: Keys;
let other: Keys;
beforeAll(async () => {
  [keys, other] = await Promise.all([makeKeys('main'), makeKeys('other')]);
});

const document = (change: object): Case => ({
  faults: { document: standard => ({ ...standard, ...change }) },
});
const components = (value: object) => () => ({
  components: value as CheckInput['components'],
});
const OPTIMIZE = {
  optimize: {
    url: 'https://optimize.example.com',
    clientId: 'optimize',
    audience: 'optimize-api',
  },
};
const cluster = (version: CheckInput['camundaVersion']) => () =>
  ({
    camundaVersion: version,
    components: {
      orchestration: {
        url: 'https://camunda.example.com',
        clientId: 'orchestration',
        audience: AUDIENCE,
      },
    },
    secrets: { orchestration: SECRET },
  } as Partial<CheckInput>);
const back = (change: (target: URL, asked: URL) => URL | void): Case => ({
  faults: { back: change },
  input: components(OPTIMIZE),
});
const withParameter = (name: string, value: string) =>
  back((target): void => target.searchParams.set(name, value));

/** A provider that accepts secrets in one way only. */
const takesOnly = (way: 'header' | 'form'): Faults => ({
  token: async (req, res, provider) =>
    (req.headers.authorization !== undefined) === (way === 'header')
      ? sendJson(res, {
          access_token: await provider.token(),
          token_type: 'Bearer',
          expires_in: 3_600,
        })
      : sendJson(res, { error: 'invalid_client' }, 401),
});

const PKCE = 'code_challenge_methods_supported';
const METHODS = 'token_endpoint_auth_methods_supported';

const DISCOVERY: Row[] = [
  ['discovery.response-types pass', 'with code', {}],
  [
    'discovery.response-types fail',
    'without code',
    document({ response_types_supported: ['token'] }),
  ],
  [
    'discovery.response-types unknown',
    'without a list',
    document({ response_types_supported: undefined }),
  ],
  ['discovery.grant-types pass', 'with all', {}],
  [
    'discovery.grant-types warn',
    'without client credentials',
    document({ grant_types_supported: ['authorization_code'] }),
  ],
  [
    'discovery.scopes fail',
    'without openid',
    document({ scopes_supported: ['email'] }),
  ],
  [
    'discovery.scopes warn',
    'without email',
    document({ scopes_supported: ['openid', 'profile', 'offline_access'] }),
  ],
  ['discovery.pkce pass', 'with S256', {}],
  ['discovery.pkce warn', 'with plain', document({ [PKCE]: ['plain'] })],
  [
    'discovery.pkce fail',
    'with plain, and a user interface',
    {
      ...document({ [PKCE]: ['plain'] }),
      input: components({
        console: {
          url: 'https://console.example.com',
          clientId: 'console',
          audience: 'console-api',
        },
      }),
    },
  ],
  ['discovery.auth-methods pass', 'both ways', {}],
  [
    'discovery.auth-methods warn',
    'only with keys',
    document({ [METHODS]: ['private_key_jwt'] }),
  ],
  [
    'discovery.auth-methods warn',
    'only in the body, for the cluster',
    {
      ...document({ [METHODS]: ['client_secret_post'] }),
      input: cluster('8.9'),
    },
  ],
  [
    'discovery.auth-methods pass',
    'only in the body, up to 8.7',
    document({ [METHODS]: ['client_secret_post'] }),
  ],
  [
    'discovery.auth-methods unknown',
    'no list',
    document({ [METHODS]: undefined }),
  ],
  [
    'discovery.requirements fail',
    'pushed requests',
    document({ require_pushed_authorization_requests: true }),
  ],
  [
    'discovery.endpoint-hosts info',
    'another host',
    document({ userinfo_endpoint: 'https://other.example.com/userinfo' }),
  ],
  ['discovery.typed-endpoints skipped', 'none typed', {}],
  [
    'discovery.typed-endpoints pass',
    'the same',
    {
      input: origin => ({
        provider: {
          type: 'GENERIC',
          issuer: origin,
          tokenUrl: `${origin}/token`,
        },
      }),
    },
  ],
  [
    'discovery.typed-endpoints fail',
    'another path',
    {
      input: origin => ({
        provider: {
          type: 'GENERIC',
          issuer: origin,
          tokenUrl: `${origin}/oauth/token`,
        },
      }),
    },
  ],
  [
    'discovery.typed-endpoints warn',
    'the same path at a host of the inside',
    {
      input: origin => ({
        provider: {
          type: 'GENERIC',
          issuer: origin,
          jwksUrl: 'http://idp.internal:8080/jwks',
        },
      }),
    },
  ],
  [
    'discovery.document-changed pass',
    'the same',
    {
      options: origin => ({
        previous: { discoveryDigest: digestOf(documentOf(origin)) },
      }),
    },
  ],
  [
    'discovery.document-changed warn',
    'another token endpoint',
    {
      options: origin => ({
        previous: {
          discoveryDigest: digestOf({
            ...documentOf(origin),
            token_endpoint: 'https://old.example.com/token',
          }),
        },
      }),
    },
  ],
  [
    'discovery.document-changed info',
    'another list',
    {
      options: origin => ({
        previous: {
          discoveryDigest: digestOf({
            ...documentOf(origin),
            scopes_supported: ['openid'],
          }),
        },
      }),
    },
  ],
  [
    'discovery.product info',
    'Entra, recorded as a generic provider',
    document({
      tenant_region_scope: 'EU',
      msgraph_host: 'graph.microsoft.com',
      cloud_instance_name: 'microsoftonline.com',
    }),
  ],
  [
    'discovery.location fail',
    'an endpoint typed',
    {
      path: '/oauth2/authorize',
      faults: {
        discovery: (req, res, provider) =>
          req.url!.startsWith('/oauth2')
            ? res.writeHead(404).end()
            : sendJson(res, provider.document()),
      },
    },
  ],
  [
    'discovery.location unknown',
    'no issuer anywhere',
    { path: '/a', faults: { discovery: (_, res) => res.writeHead(404).end() } },
  ],
  [
    'logout.endpoint unknown',
    'none named',
    document({ end_session_endpoint: undefined }),
  ],
  [
    'logout.post-logout-uri orchestration warn',
    'refused as a stranger is',
    { input: cluster('8.9') },
  ],
  [
    'transport.https warn',
    'plain http, where nobody has allowed it',
    { options: () => ({ insecureAllowed: false }) },
  ],
];

const backend = (changes: { issuer?: string; jwks?: string }): Case => ({
  faults: {
    discovery: (req, res, provider) =>
      sendJson(res, {
        ...provider.document(),
        ...(req.url!.startsWith('/inside')
          ? {
              issuer: changes.issuer ?? provider.origin,
              jwks_uri: `${provider.origin}/jwks${changes.jwks ?? ''}`,
            }
          : {}),
      }),
    jwks: (req, res, provider) =>
      sendJson(res, {
        keys: [
          req.url!.endsWith('?other') ? other.publicJwk : provider.publicJwk,
        ],
      }),
  },
  input: origin => ({
    provider: {
      type: 'GENERIC',
      issuer: origin,
      issuerBackendUrl: `${origin}/inside`,
    },
  }),
});

const BACKEND_ISSUER: Row[] = [
  ['discovery.backend-issuer pass', 'the same', backend({})],
  [
    'discovery.backend-issuer fail',
    'another issuer',
    backend({ issuer: 'https://other.example.com' }),
  ],
  ['discovery.backend-issuer fail', 'other keys', backend({ jwks: '?other' })],
  [
    'discovery.backend-issuer unknown',
    'a name of the inside',
    {
      input: origin => ({
        provider: {
          type: 'GENERIC',
          issuer: origin,
          issuerBackendUrl: 'http://idp.internal.invalid:8080',
        },
      }),
    },
  ],
];

const key = (change: () => object | Promise<object>): Case => ({
  faults: {
    jwks: async (_, res) =>
      sendJson(res, { keys: [{ ...keys.publicJwk, ...(await change()) }] }),
  },
});

const KEYS: Row[] = [
  ['jwks.key-use pass', 'to verify', key(() => ({ key_ops: ['verify'] }))],
  ['jwks.key-use warn', 'to encrypt', key(() => ({ key_ops: ['encrypt'] }))],
  ['jwks.key-use warn', 'no list', key(() => ({ key_ops: 'verify' }))],
  ['jwks.certificates skipped', 'none', {}],
  [
    'jwks.certificates pass',
    'of the key',
    key(async () => ({ x5c: [await x5cOf(keys, 30)] })),
  ],
  [
    'jwks.certificates info',
    'of the key, expired',
    key(async () => ({ x5c: [await x5cOf(keys, -1)] })),
  ],
  [
    'jwks.certificates fail',
    'of another key',
    key(async () => ({ x5c: [await x5cOf(other, 30)] })),
  ],
  ['jwks.certificates warn', 'no list', key(() => ({ x5c: 'MIIB' }))],
];

/** Enough to be recognised as Entra, whose tokens have versions. */
const entra = (ver: string | undefined): Case => ({
  faults: {
    document: standard => ({
      ...standard,
      tenant_region_scope: 'EU',
      msgraph_host: 'graph.microsoft.com',
    }),
    claims: standard => ({ ...standard, ver }),
  },
});

const CLIENT: Row[] = [
  ['client.token-version zeebe pass', 'of Entra, 2.0', entra('2.0')],
  ['client.token-version zeebe fail', 'of Entra, 1.0', entra('1.0')],
  ['client.token-version zeebe unknown', 'of Entra, none', entra(undefined)],
  [
    'client.token-client zeebe warn',
    'none named',
    { faults: { claims: standard => ({ ...standard, azp: undefined }) } },
  ],
  ['client.token-auth-method zeebe pass', 'in the header', {}],
  [
    'client.token-auth-method orchestration warn',
    'in the body only',
    { faults: takesOnly('form'), input: cluster('8.9') },
  ],
  [
    'client.token-auth-method connectors warn',
    'in the header only',
    {
      faults: takesOnly('header'),
      input: () => ({
        camundaVersion: '8.9',
        components: {
          connectors: {
            mode: 'outbound',
            clientId: 'connectors',
            audience: AUDIENCE,
          },
        } as CheckInput['components'],
        secrets: { connectors: SECRET },
      }),
    },
  ],
  [
    'client.secret-unbound zeebe unknown',
    'for another token endpoint',
    { input: () => ({ tokenOrigins: { zeebe: 'https://old.example.com' } }) },
  ],
  [
    'client.secret-unreadable zeebe unknown',
    'of a key that is gone',
    { input: () => ({ secrets: {}, withheld: { zeebe: 'unreadable' } }) },
  ],
  [
    'client.checked zeebe unknown',
    'nothing is known of',
    { input: () => ({ secrets: {} }) },
  ],
  ['client.redirect-uri optimize pass', 'registered', back(() => {})],
  [
    'client.redirect-uri-state fail',
    'another state',
    withParameter('state', 'x'),
  ],
  [
    'client.redirect-uri-issuer fail',
    'of another issuer',
    withParameter('iss', 'https://other.example.com'),
  ],
  ['client.redirect-uri-code fail', 'with a code', withParameter('code', 'x')],
  [
    'client.redirect-uri-target fail',
    'to another address',
    back(target => new URL(`/elsewhere${target.search}`, target)),
  ],
];

const running = (
  component: RunningOptions['component'],
  version: CheckInput['camundaVersion'],
  options: Partial<RunningOptions> = {},
  faults: Faults = {},
): Case => ({
  faults: { registered: uri => !uri.includes('/.probe/'), ...faults },
  input: () => ({ camundaVersion: version }),
  running: { component, version, ...options },
});

const RUNNING: Row[] = [
  [
    'running.sign-in orchestration fail',
    'basic',
    running('orchestration', '8.9', { method: 'basic' }),
  ],
  [
    'running.sign-in console unknown',
    'in the browser',
    running('console', '8.9'),
  ],
  [
    'running.provider orchestration fail',
    'another one',
    running('orchestration', '8.9', {
      authorizationEndpoint: 'https://other.example.com/auth',
    }),
  ],
  [
    'running.client orchestration fail',
    'another one',
    running('orchestration', '8.9', { clientId: 'other' }),
  ],
  [
    'running.redirect-uri orchestration fail',
    'of the chart’s default',
    running('orchestration', '8.9', {
      redirectUri: () => 'http://127.0.0.1:1/sso-callback',
    }),
  ],
  [
    'running.scopes orchestration fail',
    'without openid',
    running('orchestration', '8.9', { scope: 'profile' }),
  ],
  ['running.pkce optimize info', 'none sent', running('optimize', '8.7')],
  [
    'running.registration orchestration fail',
    'a client that nobody knows',
    running('orchestration', '8.9', { clientId: 'other' }),
  ],
  [
    'running.base-url orchestration warn',
    'another address',
    running('orchestration', '8.9', {
      resource: () => 'http://camunda.internal:8080',
    }),
  ],
  [
    'running.protection orchestration fail',
    'none',
    running('orchestration', '8.9', { unprotected: true }),
  ],
  [
    'running.issuer orchestration fail',
    'another one',
    running('orchestration', '8.9', { issuers: ['https://other.example.com'] }),
  ],
  [
    'running.token connectors fail',
    'of another audience',
    {
      ...running('orchestration', '8.9', { audiences: ['other-api'] }),
      input: () => ({
        camundaVersion: '8.9',
        components: {
          connectors: {
            mode: 'outbound',
            clientId: 'connectors',
            audience: AUDIENCE,
          },
        } as CheckInput['components'],
        secrets: { connectors: SECRET },
      }),
    },
  ],
];

function documentOf(origin: string): Record<string, unknown> {
  const provider = new FaultyProvider({}, keys);
  provider.origin = origin;
  return provider.document();
}

/** Codes and results of a run, in the notation of the tables. */
async function verdictsOf({
  faults,
  input,
  options,
  path,
  running: camunda,
}: Case) {
  const provider = new FaultyProvider(faults ?? {}, keys);
  await provider.start();
  const { origin } = provider;
  const component =
    camunda &&
    (await startRunningCamunda({
      version: '8.9',
      authorizationEndpoint: `${origin}/auth`,
      clientId: camunda.component,
      issuers: [origin],
      ...camunda,
    }));
  const given = input?.(origin);
  try {
    const { findings } = await checkConnection(
      {
        camundaVersion: '8.7',
        provider: { type: 'GENERIC', issuer: `${origin}${path ?? ''}` },
        secrets: { zeebe: SECRET },
        ...given,
        components: {
          ...(given?.camundaVersion
            ? {}
            : { zeebe: { clientId: 'zeebe', audience: AUDIENCE } }),
          ...given?.components,
          ...(camunda && component
            ? {
                [camunda.component]: {
                  url: component.url,
                  clientId: camunda.component,
                  audience: camunda.component,
                },
              }
            : {}),
        },
      },
      {
        http,
        providers: DEFAULT_PROVIDER_CONTEXT,
        insecureAllowed: true,
        ...options?.(origin),
      },
    );
    return findings.map(({ code, result, subject }) =>
      [code, subject.client, result].filter(Boolean).join(' '),
    );
  } finally {
    await component?.close();
    await provider.stop();
  }
}

const ROWS = [...DISCOVERY, ...BACKEND_ISSUER, ...KEYS, ...CLIENT, ...RUNNING];

it.each(ROWS)('%s: %s', async (expected, _, given) => {
  expect(await verdictsOf(given)).toContain(expected);
});

/** Covered by lint.test.ts and everyCode.test.ts of the common package, and logins/everyCode.test.ts. */
const ELSEWHERE = ['record', 'file', 'login'];

it('every code has a case', async () => {
  const authority = createAuthority('Example Corp Root');
  const bad = (expected: string) => !/ (pass|skipped)$/.test(expected);
  const cases = [
    ...ROWS.map(([expected]) => expected),
    ...ALL_FAULTS.flatMap(({ expected }) => expected),
    ...claimFaults(other).flatMap(({ expected }) => expected),
    // Where others hold every place at the provider: turns.test.ts.
    'transport.not-asked unknown',
    ...(await tlsFaults(await authority, await authority, [])).flatMap(
      ({ expected }) => expected,
    ),
  ];
  const covered = new Set(cases.filter(bad).map(text => text.split(' ')[0]));
  const missing = FINDINGS.filter(
    ({ code, group }) => !ELSEWHERE.includes(group ?? '') && !covered.has(code),
  );
  expect(missing.map(({ code }) => code)).toEqual([]);
});
