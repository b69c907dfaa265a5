import type { Fault } from '../Fault';
import { sendJson } from '../FaultyProvider';

/** Answers any text as the discovery document. */
const text = (body: string | Buffer): Fault['faults'] => ({
  discovery: (_req, res) =>
    res.setHeader('Content-Type', 'application/json').end(body),
});

const DEEP = 10_000;

/** Documents that are malformed, or contain what is not allowed. */
export const DISCOVERY_FAULTS: Fault[] = [
  {
    name: 'truncates its document',
    faults: text('{"issuer": "htt'),
    expected: ['discovery.document fail', 'jwks.document skipped'],
  },
  {
    name: 'answers nothing as JSON',
    faults: text(''),
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers null',
    faults: text('null'),
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers a list',
    faults: text('[]'),
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers a text',
    faults: text('"https://idp.example.com"'),
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers a deep list',
    faults: text('['.repeat(DEEP) + ']'.repeat(DEEP)),
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers a deep object that never ends',
    faults: text('{"a":'.repeat(DEEP)),
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers bytes that are not text',
    faults: text(Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d])),
    expected: ['discovery.document fail'],
  },
  {
    name: 'hides an issuer in __proto__',
    faults: {
      discovery: (_req, res, { origin }) =>
        sendJson(
          res,
          `{"__proto__":{"issuer":"${origin}","jwks_uri":"${origin}/jwks"},"constructor":{"prototype":{"polluted":true}}}`,
        ),
    },
    expected: ['discovery.document fail'],
  },
  {
    name: 'names another issuer',
    faults: {
      document: document => ({
        ...document,
        issuer: 'https://other.example.com',
      }),
    },
    expected: ['discovery.document pass', 'discovery.issuer-mismatch fail'],
  },
  {
    name: 'names no issuer',
    faults: { document: document => ({ ...document, issuer: undefined }) },
    expected: ['discovery.document fail'],
  },
  {
    name: 'names a number as issuer',
    faults: { document: document => ({ ...document, issuer: 7 }) },
    expected: ['discovery.document fail'],
  },
  {
    name: 'names no token endpoint',
    faults: {
      document: document => ({ ...document, token_endpoint: undefined }),
    },
    expected: ['discovery.endpoints fail'],
  },
  {
    name: 'names no key set',
    faults: { document: document => ({ ...document, jwks_uri: undefined }) },
    expected: ['discovery.endpoints fail', 'jwks.document skipped'],
  },
  {
    name: 'names endpoints that are not strings',
    faults: {
      document: document => ({
        ...document,
        authorization_endpoint: { toString: 1 },
        token_endpoint: ['x'],
        jwks_uri: { toString: null },
      }),
    },
    expected: ['discovery.endpoints fail', 'jwks.document fail'],
  },
  {
    name: 'has its key set at a metadata address',
    faults: {
      document: document => ({
        ...document,
        jwks_uri: 'http://169.254.169.254/jwks',
      }),
    },
    expected: ['discovery.document pass', 'jwks.document fail'],
  },
  {
    name: 'has its key set at a private address',
    faults: {
      document: document => ({
        ...document,
        jwks_uri: 'https://10.0.0.1/jwks',
      }),
    },
    expected: ['jwks.document fail'],
  },
  {
    name: 'has its key set in a file',
    faults: {
      document: document => ({ ...document, jwks_uri: 'file:///etc/passwd' }),
    },
    expected: ['jwks.document fail'],
  },
  {
    name: 'has its key set behind a password',
    faults: {
      document: (document, origin) => ({
        ...document,
        jwks_uri: `${origin.replace('://', '://a:b@')}/jwks`,
      }),
    },
    expected: ['jwks.document fail'],
  },
  {
    name: 'has its key set nowhere',
    faults: { document: document => ({ ...document, jwks_uri: 'x' }) },
    expected: ['jwks.document fail'],
  },
  {
    name: 'has its token endpoint at a private address',
    faults: {
      document: document => ({
        ...document,
        token_endpoint: 'https://10.0.0.1/token',
      }),
    },
    expected: ['client.secret zeebe unknown'],
  },
  {
    name: 'signs with HS256 only',
    faults: {
      document: document => ({
        ...document,
        id_token_signing_alg_values_supported: ['HS256'],
      }),
    },
    expected: ['discovery.document pass', 'discovery.signing-algorithms fail'],
  },
  {
    name: 'has its endpoints on plain http elsewhere',
    faults: {
      document: document => ({
        ...document,
        authorization_endpoint: 'http://idp.example.com/auth',
        token_endpoint: 'http://idp.example.com/token',
      }),
    },
    expected: ['discovery.endpoint-urls info', 'client.secret zeebe unknown'],
  },
  {
    name: 'has a fragment in its endpoints',
    faults: {
      document: (document, origin) => ({
        ...document,
        authorization_endpoint: `${origin}/auth#x`,
        token_endpoint: `${origin}/token#x`,
      }),
    },
    expected: ['discovery.document pass', 'discovery.endpoint-urls fail'],
  },
  {
    name: 'has texts where lists should be',
    faults: {
      document: document => ({
        ...document,
        scopes_supported: 'openid',
        grant_types_supported: { 0: 'authorization_code' },
        response_types_supported: [null, 7],
        code_challenge_methods_supported: [],
      }),
    },
    expected: ['discovery.document pass', 'discovery.member-types fail'],
  },
];
