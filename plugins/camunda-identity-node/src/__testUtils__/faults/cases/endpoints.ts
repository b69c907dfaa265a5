import type { Fault } from '../Fault';
import { sendJson, type Answer } from '../FaultyProvider';

/** A client that people sign in to and whose secret is not available. */
const OPTIMIZE: Fault['input'] = {
  components: {
    optimize: {
      url: 'https://optimize.example.com',
      clientId: 'optimize',
      audience: 'optimize-api',
    },
  } as never,
  secrets: {},
};

const page =
  (
    status: number,
    body: string,
    headers: Record<string, string> = {},
  ): Answer =>
  (_req, res) =>
    res
      .writeHead(status, { 'Content-Type': 'text/html', ...headers })
      .end(body);

const redirect =
  (location: string): Answer =>
  (_req, res) =>
    res.writeHead(302, { Location: location }).end();

const broken = (
  name: string,
  authorize: Answer,
  says: RegExp,
  rest: Partial<Fault> = {},
): Fault => ({
  name: `authorization endpoint: ${name}`,
  faults: { authorize },
  input: OPTIMIZE,
  expected: [
    'discovery.authorization-endpoint fail',
    'client.redirect-uri-flow optimize fail',
    'client.redirect-uri optimize unknown',
  ],
  status: 'fail',
  says,
  ...rest,
});

/** Authorization endpoints that do not work. */
export const AUTHORIZATION_FAULTS: Fault[] = [
  ...[500, 501, 502, 504].map(status =>
    broken(`status ${status}`, page(status, 'x'), RegExp(`status ${status}`)),
  ),
  broken('status 503 for good', page(503, 'x'), /status 503/),
  ...[404, 405, 410].map(status =>
    broken(`status ${status}`, page(status, 'x'), RegExp(`status ${status}`)),
  ),
  broken(
    'closes the connection',
    req => req.socket.destroy(),
    /does not answer/,
  ),
  broken('never answers', () => {}, /does not answer|had an answer/, {
    hangs: true,
    expected: ['client.redirect-uri optimize unknown'],
  }),
  broken('redirects to itself', redirect('/auth?again'), /in a circle/),
  broken(
    'redirects between two pages',
    (req, res) =>
      res
        .writeHead(302, {
          Location: req.url!.includes('x=1') ? '/auth' : '/auth?x=1',
        })
        .end(),
    /in a circle/,
  ),
  broken('redirects nowhere', page(302, ''), /redirects nowhere/),
  broken(
    'redirects to an invalid address',
    redirect('http://['),
    /redirects nowhere/,
  ),
  broken(
    'shows the page of a new server',
    page(200, '<h1>It works!</h1>'),
    /nobody can sign in/,
  ),
  broken(
    'shows a page of maintenance',
    page(200, '<p>Back at noon</p>'),
    /nobody can sign in/,
  ),
  broken('answers JSON', (_q, res) => sendJson(res, { ok: true }), /no page/),
  broken('answers nothing', (_q, res) => res.writeHead(200).end(), /no page/),
  broken('answers 204', (_q, res) => res.writeHead(204).end(), /no page/),
  broken(
    'lies on plain http elsewhere',
    page(500, ''),
    /authorization_endpoint uses plain http/,
    {
      faults: {
        document: document => ({
          ...document,
          authorization_endpoint: 'http://idp.example.com/auth',
        }),
      },
      expected: ['discovery.endpoint-urls info'],
      status: undefined,
    },
  ),
  {
    name: 'authorization endpoint: asks to retry later',
    faults: { authorize: page(503, '', { 'Retry-After': '60' }) },
    input: OPTIMIZE,
    expected: [
      'discovery.authorization-endpoint unknown',
      'client.redirect-uri optimize unknown',
    ],
    says: /come later/,
  },
  {
    name: 'authorization endpoint: has had enough requests',
    faults: { authorize: page(429, '') },
    input: OPTIMIZE,
    expected: ['discovery.authorization-endpoint unknown'],
    says: /come later/,
  },
  {
    name: 'authorization endpoint: is busy, with an OAuth error',
    faults: {
      back: target =>
        target.searchParams.set('error', 'temporarily_unavailable'),
    },
    input: OPTIMIZE,
    expected: ['client.redirect-uri-flow optimize unknown'],
  },
  {
    name: 'authorization endpoint: fails, with an OAuth error',
    faults: {
      back: target => target.searchParams.set('error', 'server_error'),
    },
    input: OPTIMIZE,
    expected: ['client.redirect-uri-flow optimize fail'],
    status: 'fail',
    says: /server_error/,
  },
  {
    name: 'authorization endpoint: tests whether cookies are kept',
    faults: {
      authorize: (req, res, provider) => {
        if (req.headers.cookie?.includes('seen=1'))
          return page(200, '<form><input name="user"></form>')(
            req,
            res,
            provider,
          );
        return res
          .writeHead(302, {
            Location: req.url!,
            'Set-Cookie': 'seen=1; Path=/',
          })
          .end();
      },
    },
    input: OPTIMIZE,
    expected: [
      'discovery.authorization-endpoint pass',
      'client.redirect-uri optimize unknown',
    ],
    says: /answers the same for an address that nobody has registered/,
  },
  {
    name: 'authorization endpoint: shows its login to everybody',
    faults: { authorize: page(200, '<form></form>') },
    input: OPTIMIZE,
    expected: [
      'discovery.authorization-endpoint pass',
      'client.redirect-uri optimize unknown',
    ],
  },
  {
    name: 'authorization endpoint: shows an error with status 200',
    faults: {
      authorize: page(200, '<form>Invalid parameter: redirect_uri</form>'),
    },
    input: OPTIMIZE,
    expected: ['client.redirect-uri optimize fail'],
    status: 'fail',
    says: /not registered/,
  },
  {
    name: 'authorization endpoint: refuses everybody without an explanation',
    faults: { authorize: page(403, '') },
    input: OPTIMIZE,
    expected: ['client.redirect-uri optimize fail'],
    status: 'fail',
    says: /as it does to an address that nobody has registered: likely/,
  },
  {
    name: 'authorization endpoint: refuses unknown clients without an explanation',
    faults: { mute: { status: 403 } },
    input: OPTIMIZE,
    expected: ['client.redirect-uri optimize pass', 'client.any-client pass'],
    says: / is registered/,
  },
];

const answered = (
  name: string,
  back: NonNullable<Fault['faults']['back']>,
  code: string,
  result: string,
  says: RegExp,
  document: Record<string, unknown> = {},
): Fault => ({
  name: `answer: ${name}`,
  faults: { back, document: own => ({ ...own, ...document }) },
  input: OPTIMIZE,
  expected: [`client.redirect-uri-${code} ${result}`],
  status: result === 'fail' ? 'fail' : undefined,
  says,
});

/** Answers that do not belong to the request. */
export const ANSWER_FAULTS: Fault[] = [
  answered(
    'loses state',
    target => target.searchParams.delete('state'),
    'state',
    'fail',
    /without the state/,
  ),
  answered(
    'changes state',
    target => target.searchParams.set('state', 'x'),
    'state',
    'fail',
    /another state/,
  ),
  answered(
    'lowers state',
    target =>
      target.searchParams.set('state', `${target.searchParams.get('state')}x`),
    'state',
    'fail',
    /another state/,
  ),
  answered(
    'comes from another issuer',
    target => target.searchParams.set('iss', 'https://other.example.com'),
    'issuer',
    'fail',
    /other\.example\.com/,
  ),
  answered(
    'does not name its issuer, though it says so',
    () => {},
    'issuer',
    'warn',
    /this one does not/,
    { authorization_response_iss_parameter_supported: true },
  ),
  answered(
    'goes to another address',
    (_, asked) => {
      const other = new URL('https://elsewhere.example.com/cb');
      other.searchParams.set('error', 'login_required');
      other.searchParams.set('state', asked.searchParams.get('state')!);
      return other;
    },
    'target',
    'fail',
    /elsewhere\.example\.com/,
  ),
  answered(
    'goes to another path of the same host',
    target => {
      const other = new URL(target);
      other.pathname = '/other';
      return other;
    },
    'target',
    'fail',
    /optimize\.example\.com\/other/,
  ),
  answered(
    'goes to plain http',
    target => {
      const other = new URL(target);
      other.protocol = 'http:';
      return other;
    },
    'target',
    'fail',
    /http:\/\/optimize\.example\.com/,
  ),
  answered(
    'issues a code to nobody',
    target => {
      target.searchParams.delete('error');
      target.searchParams.set('code', 'abc');
    },
    'code',
    'fail',
    /nobody is signed in/,
  ),
];

const flow = (error: string, result: string): Fault => ({
  name: `answer: ${error}`,
  faults: { back: target => target.searchParams.set('error', error) },
  input: OPTIMIZE,
  expected: [
    'client.redirect-uri optimize pass',
    `client.redirect-uri-flow optimize ${result}`,
  ],
  says: RegExp(error),
  status: result === 'fail' ? 'fail' : undefined,
});

/** Errors with which a provider redirects back. */
export const FLOW_FAULTS: Fault[] = [
  flow('unauthorized_client', 'fail'),
  flow('invalid_scope', 'fail'),
  flow('invalid_request', 'fail'),
  flow('unsupported_response_type', 'fail'),
  flow('access_denied', 'unknown'),
  flow('interaction_required', 'pass'),
  flow('consent_required', 'pass'),
];

const OPEN: Fault['faults'] = { registered: () => true };

/** Providers that accept impossible credentials, and redirect URIs that need not be registered. */
export const CONTROL_FAULTS: Fault[] = [
  {
    name: 'control: redirects anywhere',
    faults: OPEN,
    input: OPTIMIZE,
    expected: [
      'client.redirect-uri-open optimize fail',
      'client.redirect-uri optimize unknown',
    ],
    status: 'fail',
    says: /"causedBy":"client\.redirect-uri-open"/,
  },
  {
    name: 'control: knows every client',
    faults: {
      authorize: (req, res) => {
        const asked = new URL(req.url!, 'http://x');
        const target = new URL(asked.searchParams.get('redirect_uri')!);
        if (target.pathname.startsWith('/.probe/'))
          return res
            .writeHead(400, { 'Content-Type': 'text/html' })
            .end('Invalid parameter: redirect_uri');
        target.searchParams.set('error', 'login_required');
        target.searchParams.set('state', asked.searchParams.get('state')!);
        return res.writeHead(302, { Location: target.href }).end();
      },
    },
    input: OPTIMIZE,
    expected: ['client.any-client fail'],
    status: 'fail',
    says: /client ID that cannot exist/,
  },
  {
    name: 'control: issues tokens for any secret and any client',
    faults: {
      token: async (_req, res, provider) =>
        sendJson(res, {
          access_token: await provider.token(),
          token_type: 'Bearer',
        }),
    },
    expected: [
      'client.any-client fail',
      'client.any-secret fail',
      'client.secret zeebe unknown',
    ],
    status: 'fail',
    says: /"causedBy":"client\.any-secret"/,
  },
  {
    name: 'control: refuses wrong credentials with 403 and no body, and accepts the right secret',
    faults: { mute: { status: 403 } },
    expected: ['client.secret zeebe pass', 'client.token zeebe pass'],
  },
  {
    name: 'control: refuses with 403 and no body',
    faults: { mute: { status: 403 } },
    input: { secrets: { zeebe: 'wr0ng-but-long-enough' } },
    expected: ['client.secret zeebe fail'],
    status: 'fail',
    says: /as it does to a secret that cannot be right: likely/,
  },
  {
    name: 'control: answers everybody at its token endpoint with 403 and nothing',
    faults: { token: (_req, res) => res.writeHead(403).end() },
    expected: ['discovery.token-endpoint unknown'],
    never: /token endpoint does its work/,
  },
  {
    name: 'control: answers everybody at its authorization endpoint with 403 and nothing',
    faults: { authorize: (_req, res) => res.writeHead(403).end() },
    input: OPTIMIZE,
    expected: ['discovery.authorization-endpoint unknown'],
    never: /authorization endpoint does its work/,
  },
  {
    name: 'control: has no grant for a right secret, and no OAuth error for a wrong one',
    faults: {
      mute: { status: 403 },
      issued: (_req, res) => res.writeHead(400).end(),
    },
    expected: ['client.secret zeebe pass', 'client.token zeebe fail'],
    status: 'fail',
    says: /likely accepts client ID and secret/,
  },
  {
    name: 'control: looks at the code before the client',
    faults: {
      token: (_req, res) =>
        sendJson(res, { error: 'unauthorized_client' }, 400),
    },
    input: {
      components: {
        optimize: {
          url: 'https://optimize.example.com',
          clientId: 'optimize',
        },
      } as never,
      secrets: { optimize: 'any-secret-at-all' },
    },
    expected: ['client.secret optimize unknown', 'client.token optimize info'],
  },
  {
    name: 'alternative: an address that Console never sends is not needed',
    faults: {},
    input: {
      components: {
        console: { url: 'https://console.example.com/c', clientId: 'console' },
      } as never,
      secrets: {},
    },
    expected: [
      'client.redirect-uri console fail',
      'client.redirect-uri console info',
    ],
    says: /sends another address/,
    status: 'fail',
  },
  {
    name: 'alternative: the address that Console sends is enough',
    faults: { registered: uri => uri === 'https://console.example.com/c/' },
    input: {
      components: {
        console: { url: 'https://console.example.com/c', clientId: 'console' },
      } as never,
      secrets: {},
    },
    expected: [
      'client.redirect-uri console pass',
      'client.redirect-uri console info',
    ],
  },
  {
    name: 'one cause: an unknown client fails once for all its findings',
    faults: {},
    input: {
      components: {
        optimize: { url: 'https://optimize.example.com', clientId: 'nobody' },
      } as never,
      secrets: { optimize: 'some-secret-of-it' },
    },
    expected: [
      'client.redirect-uri optimize fail',
      'client.secret optimize fail',
    ],
    says: /"causedBy":"client\.redirect-uri"/,
    status: 'fail',
  },
];

const token = (
  name: string,
  answer: Answer,
  says: RegExp,
  rest: Partial<Fault> = {},
): Fault => ({
  name: `token endpoint: ${name}`,
  faults: { token: answer },
  expected: [
    'discovery.token-endpoint fail',
    'client.token zeebe fail',
    'client.secret zeebe unknown',
  ],
  status: 'fail',
  says,
  ...rest,
});

/** Token endpoints that do not work. */
export const TOKEN_ENDPOINT_FAULTS: Fault[] = [
  ...[500, 502, 503].map(status =>
    token(`status ${status}`, page(status, 'x'), RegExp(`status ${status}`)),
  ),
  ...[404, 405].map(status =>
    token(`status ${status}`, page(status, 'x'), RegExp(`status ${status}`)),
  ),
  token('a page', page(200, '<p>hello</p>'), /no JSON/),
  token('a redirect', redirect('/login'), /redirects/),
  token(
    'no token',
    (_q, res) => sendJson(res, { token_type: 'Bearer' }),
    /no access token/,
  ),
  token(
    'a token of another type',
    (_q, res) => sendJson(res, { access_token: 'a', token_type: 'MAC' }),
    /another type than Bearer/,
  ),
  token(
    'DPoP',
    (_q, res) => sendJson(res, { access_token: 'a', token_type: 'DPoP' }),
    /another type than Bearer/,
  ),
  token(
    'an error with status 200',
    (_q, res) => sendJson(res, { error: 'invalid_client' }),
    /an error with status 200/,
  ),
  token('null', (_q, res) => sendJson(res, null), /token endpoint/),
  token('a list', (_q, res) => sendJson(res, []), /token endpoint/),
  token(
    'server_error',
    (_q, res) => sendJson(res, { error: 'server_error' }, 400),
    /status 400/,
  ),
  token(
    'closes the connection',
    req => req.socket.destroy(),
    /does not answer/,
  ),
  token(
    'asks everybody for a password',
    (_q, res) =>
      res.writeHead(401, { 'WWW-Authenticate': 'Basic realm="proxy"' }).end(),
    /asks everybody for a password/,
    {
      expected: [
        'discovery.token-endpoint fail',
        'client.secret zeebe unknown',
      ],
    },
  ),
  {
    name: 'token endpoint: asks to retry later',
    faults: { token: page(503, '', { 'Retry-After': '60' }) },
    expected: [
      'discovery.token-endpoint unknown',
      'client.secret zeebe unknown',
    ],
    says: /come later/,
  },
  {
    name: 'token endpoint: is busy, with an OAuth error',
    faults: {
      token: (_q, res) =>
        sendJson(res, { error: 'temporarily_unavailable' }, 400),
    },
    expected: [
      'discovery.token-endpoint unknown',
      'client.secret zeebe unknown',
    ],
  },
  {
    name: 'token endpoint: is dead, and no secret is available',
    faults: { token: page(404, '') },
    input: { ...OPTIMIZE },
    expected: ['discovery.token-endpoint fail'],
    status: 'fail',
    says: /status 404/,
  },
];
