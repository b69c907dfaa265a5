import type { Call } from './calls';
import { WORST } from './hostileProvider';

const FULL = 250_000;
const SECRET = 'correct-horse-battery';

const lines = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n))
    .join('\n')
    .slice(0, FULL);

/** Files at full size, each of them what some reader likes least. */
const FILES: Record<string, string> = {
  spaces: `a: ${' '.repeat(FULL - 10)}x`,
  'spaces in dotenv': `A=${' '.repeat(FULL - 10)}x`,
  'keys that hold "secret"': lines(
    9_000,
    n => `secret${n}: "s3cret-value-${n}"`,
  ),
  aliases: `a: &a x\nb:\n${lines(40_000, () => '- *a')}`,
  merges: lines(40_000, () => '<<: *a'),
  keys: lines(18_000, n => `k${n}: v${n}`),
  'nested flow': `a: ${'['.repeat(FULL / 2)}`,
  'nested maps': lines(700, n => `${' '.repeat(n)}a:`),
  'aliases of aliases': lines(60, n =>
    n === 0 ? 'a0: &a0 [x, x]' : `a${n}: &a${n} [*a${n - 1}, *a${n - 1}]`,
  ),
  documents: lines(60_000, () => '---'),
  quotes: `a: "${'\\"'.repeat(FULL / 2 - 10)}`,
  variables: lines(20_000, n => `CAMUNDA_IDENTITY_X${n}="y"`),
  'one variable': lines(
    20_000,
    () => 'CAMUNDA_IDENTITY_CLIENT_SECRET=s3cretvalue',
  ),
  placeholders: `a: ${'${'.repeat(FULL / 2 - 10)}`,
  anchors: lines(20_000, n => `k${n}: &a${n} v`),
};

const json = (value: unknown) => JSON.stringify(value);

/** A record with something put into it. */
function spoiled(seed: object): unknown[] {
  const base = seed as Record<string, any>;
  const { identity } = base.components;
  const component = (change: object) => ({
    ...base,
    components: { ...base.components, identity: { ...identity, ...change } },
  });
  const many = (count: number, make: (n: number) => unknown) =>
    Array.from({ length: count }, (_, n) => make(n));
  return [
    { ...base, checks: { every: `P${'9'.repeat(240_000)}D` } },
    { ...base, checks: { every: `PT${'1H'.repeat(120_000)}` } },
    component({ url: `https://a/${'/'.repeat(FULL)}` }),
    component({ url: `https://a/${'a/'.repeat(FULL / 2)}` }),
    component({ clientId: '{{'.repeat(FULL / 2) }),
    component({ audience: '\u202e'.repeat(80_000) }),
    {
      ...base,
      provider: { type: 'GENERIC', issuer: `https://a${'/'.repeat(FULL)}x` },
    },
    {
      ...base,
      provider: {
        type: 'GENERIC',
        issuer: `https://${'a.'.repeat(FULL / 2)}x`,
      },
    },
    {
      ...base,
      provider: {
        type: 'GENERIC',
        issuer: 'https://a.example.com',
        scopes: many(60_000, n => `s${n}`),
      },
    },
    { ...base, name: 'a-'.repeat(FULL / 2) },
    { ...base, entityRef: `system:${'a/'.repeat(FULL / 2)}` },
    { ...base, entityRef: ':'.repeat(FULL) },
    { ...base, title: 'ſ\u0301'.repeat(60_000) },
    {
      ...base,
      components: Object.fromEntries(many(15_000, n => [`k${n}`, {}]) as never),
    },
    {
      ...base,
      ...Object.fromEntries(many(18_000, n => [`k${n}`, n]) as never),
    },
    {
      ...base,
      machineClients: many(6_000, n => ({ name: `m${n}`, clientId: 'c' })),
    },
    { ...base, initialClaim: { value: '\\"'.repeat(60_000) } },
    many(120_000, () => 1),
  ];
}

/**
 * Calls at full size for every operation, by its path: the rows that once blocked everybody, and their kin.
 *
 * @param provider - origin of the hostile provider
 */
export function worstCalls(
  seed: object,
  provider: string,
): Array<{ operation: string; what: string; call: Call }> {
  const call = (
    method: string,
    path: string,
    body?: string,
    headers = {},
  ): Call => ({
    method,
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'if-match': '*',
      ...headers,
    },
    body,
  });
  const bodies = [
    ...spoiled(seed).map(json),
    `${'{"a":'.repeat(FULL / 5)}`,
    `${'['.repeat(FULL / 2)}${']'.repeat(FULL / 2)}`,
    `"${'\\u0061'.repeat(FULL / 6)}"`,
    '9'.repeat(FULL),
  ];
  const long = '/'.repeat(8_000);
  const record = '/v1/connections/~id~';
  const secrets = Object.fromEntries(
    ['identity', 'zeebe'].map(key => [key, `${key}${'\\"'.repeat(2_000)}`]),
  );
  const issuers = Object.keys(WORST).map(name => `${provider}/worst/${name}`);
  const entries = (operation: string, calls: Array<[string, Call]>) =>
    calls.map(([what, entry]) => ({ operation, what, call: entry }));
  const withBodies = (
    operation: string,
    method: string,
    path: string,
    extra: Array<[string, unknown]> = [],
  ) =>
    entries(operation, [
      ...bodies.map((body, n): [string, Call] => [
        `body ${n}`,
        call(method, path, body),
      ]),
      ...extra.map(([what, body]): [string, Call] => [
        what,
        call(method, path, json(body)),
      ]),
    ]);
  const get = (operation: string, path: string) =>
    entries(operation, [
      ['as it is', call('GET', path)],
      [
        'a long query',
        call(
          'GET',
          `${path}${path.includes('?') ? '&' : '?'}x=${'%2F'.repeat(3_000)}`,
        ),
      ],
      [
        'a long header',
        call('GET', path, undefined, {
          accept: `${'a/b,'.repeat(1_500)}`,
          'if-match': 'W/"a",'.repeat(800),
        }),
      ],
    ]);
  return [
    ...withBodies('POST /v1/connections', 'POST', '/v1/connections'),
    ...get('GET /v1/connections', '/v1/connections?limit=200&count=true&q=a'),
    ...entries('GET /v1/connections', [
      ['a long search', call('GET', `/v1/connections?q=${'a%20'.repeat(50)}`)],
      ['a cursor', call('GET', `/v1/connections?cursor=${'W10='.repeat(490)}`)],
    ]),
    ...get(
      'GET /v1/connections/by-name/{name}',
      `/v1/connections/by-name/${encodeURIComponent(long.slice(0, 4_000))}`,
    ),
    ...get(
      'GET /v1/connections/{id}',
      `/v1/connections/${encodeURIComponent(long.slice(0, 4_000))}`,
    ),
    ...withBodies('PATCH /v1/connections/{id}', 'PATCH', record),
    ...entries('DELETE /v1/connections/{id}', [
      [
        'a list of tags',
        call('DELETE', record, undefined, {
          'if-match': 'W/"a",'.repeat(2_000),
        }),
      ],
    ]),
    ...get('GET /v1/connections/{id}/config', `${record}/config?format=helm`),
    ...get(
      'GET /v1/connections/{id}/config',
      `${record}/config?format=env&style=kubernetes`,
    ),
    ...['env', 'helm', 'application-yaml', 'kubernetes-secret'].flatMap(
      format =>
        withBodies(
          'POST /v1/connections/{id}/config-comparisons',
          'POST',
          `${record}/config-comparisons`,
          Object.entries(FILES).map(([what, content]) => [
            `${format}: ${what}`,
            { format, content },
          ]),
        ),
    ),
    ...withBodies(
      'POST /v1/config-upgrades',
      'POST',
      '/v1/config-upgrades',
      Object.entries(FILES).map(([what, content]) => [
        what,
        { from: '8.7', to: '8.10', content },
      ]),
    ),
    ...withBodies(
      'POST /v1/connections/{id}/upgrades',
      'POST',
      `${record}/upgrades`,
      [['to the newest', { to: '8.10' }]],
    ),
    ...withBodies(
      'POST /v1/connections/{id}/checks',
      'POST',
      `${record}/checks`,
      [
        ['secrets of 4 KB', { secrets }],
        [
          'many secrets',
          {
            secrets: Object.fromEntries(
              Array.from({ length: 9_000 }, (_, n) => [
                `k${n}`,
                'x'.repeat(12),
              ]),
            ),
          },
        ],
      ],
    ),
    ...get('GET /v1/connections/{id}/checks', `${record}/checks`),
    ...get(
      'GET /v1/connections/{id}/checks/{reportId}',
      `${record}/checks/~reportId~`,
    ),
    ...withBodies(
      'POST /v1/provider-checks',
      'POST',
      '/v1/provider-checks',
      issuers.flatMap((issuer): Array<[string, unknown]> => {
        const draft = {
          camundaVersion: '8.7',
          provider: { type: 'GENERIC', issuer },
          components: (seed as any).components,
        };
        return [
          [`${issuer.split('/').pop()}, no secret`, draft],
          [issuer.split('/').pop()!, { ...draft, secrets: { zeebe: SECRET } }],
          [`${issuer.split('/').pop()}, long secrets`, { ...draft, secrets }],
        ];
      }),
    ),
    ...withBodies(
      'POST /v1/connections/{id}/login-tests',
      'POST',
      `${record}/login-tests`,
      [
        ['a long secret', { client: 'identity', secret: secrets.identity }],
        ['a long client', { client: 'machine.'.repeat(FULL / 8) }],
      ],
    ),
    ...withBodies(
      'POST /v1/login-tests',
      'POST',
      '/v1/login-tests',
      issuers.map((issuer): [string, unknown] => [
        issuer.split('/').pop()!,
        {
          camundaVersion: '8.7',
          provider: { type: 'GENERIC', issuer },
          components: (seed as any).components,
          client: 'identity',
          secret: SECRET,
        },
      ]),
    ),
    ...get(
      'GET /v1/login-tests/callback',
      `/v1/login-tests/callback?state=${'a'.repeat(43)}&code=${'c'.repeat(
        6_000,
      )}`,
    ),
    ...withBodies(
      'POST /v1/login-tests/{loginTestId}/completion',
      'POST',
      `/v1/login-tests/${'a'.repeat(43)}/completion`,
    ),
    ...withBodies(
      'POST /v1/connections/{id}/initial-claim/set',
      'POST',
      `${record}/initial-claim/set`,
    ),
    ...get(
      'GET /v1/connections/{id}/initial-claim/changes',
      `${record}/initial-claim/changes`,
    ),
    ...withBodies(
      'POST /v1/connections/{id}/initial-claim/changes',
      'POST',
      `${record}/initial-claim/changes`,
    ),
    ...withBodies(
      'POST /v1/connections/{id}/initial-claim/reset',
      'POST',
      `${record}/initial-claim/reset`,
    ),
    ...withBodies(
      'PUT /v1/connections/{id}/clients/{client}/secret',
      'PUT',
      `${record}/clients/zeebe/secret`,
      [
        ['a long value', { value: '\\"'.repeat(FULL / 4) }],
        ['a secret of non-ASCII characters', { value: 'ä😀'.repeat(1_600) }],
      ],
    ),
    ...withBodies(
      'DELETE /v1/connections/{id}/clients/{client}/secret',
      'DELETE',
      `${record}/clients/zeebe/secret`,
    ),
    ...withBodies(
      'POST /v1/connections/{id}/clients/{client}/secret/promote',
      'POST',
      `${record}/clients/zeebe/secret/promote`,
    ),
    ...get('GET /v1/camunda/{version}', `/v1/camunda/${'8.7'.repeat(1_000)}`),
    ...get('GET /v1/camunda/{version}', '/v1/camunda/8.7'),
    ...get(
      'GET /v1/connections/{id}/provider-setup',
      `${record}/provider-setup`,
    ),
    ...withBodies(
      'POST /v1/connections/{id}/registrations',
      'POST',
      `${record}/registrations`,
      [
        ['a long token', { initialAccessToken: 'x'.repeat(4_096) }],
        [
          'many clients',
          { clients: Array.from({ length: 100 }, () => 'identity') },
        ],
        [
          'long client IDs',
          { handOut: true, replaces: { identity: 'x'.repeat(255) } },
        ],
      ],
    ),
    ...withBodies('POST /v1/provider-setups', 'POST', '/v1/provider-setups', [
      ['a draft', seed],
    ]),
    ...get('GET /v1/findings', '/v1/findings'),
    ...get('GET /v1/provider-presets', '/v1/provider-presets'),
    ...get('GET /openapi.json', '/openapi.json'),
  ];
}
