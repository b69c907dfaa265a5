import type { Fault } from '../Fault';
import { sendJson } from '../FaultyProvider';

/** Key sets that are malformed, or whose keys must not or cannot be used. */
export const JWKS_FAULTS: Fault[] = [
  {
    name: 'has no keys',
    faults: { keys: () => ({ keys: [] }) },
    expected: ['jwks.document fail'],
  },
  {
    name: 'has a key set without a list',
    faults: { keys: () => ({ keys: { 0: {} } }) },
    expected: ['jwks.document fail'],
  },
  {
    name: 'has null as its key set',
    faults: { keys: () => null },
    expected: ['jwks.document fail'],
  },
  {
    name: 'truncates its key set',
    faults: { jwks: (_req, res) => sendJson(res, '{"keys":[{') },
    expected: ['jwks.document fail'],
  },
  {
    name: 'answers a page as key set',
    faults: {
      jwks: (_req, res) =>
        res.setHeader('Content-Type', 'text/html').end('<p>internal page</p>'),
    },
    expected: ['jwks.document fail'],
    never: /internal page/,
  },
  {
    name: 'redirects its key set to a metadata address',
    faults: {
      jwks: (_req, res) =>
        res.writeHead(302, { Location: 'http://169.254.169.254/' }).end(),
    },
    expected: ['jwks.document fail'],
  },
  {
    name: 'never answers with its key set',
    hangs: true,
    faults: { jwks: () => {} },
    expected: ['discovery.document pass', 'jwks.document fail'],
  },
  {
    name: 'has a key set of a hundred thousand keys',
    faults: { keys: () => ({ keys: Array(100_000).fill({}) }) },
    expected: ['jwks.document fail'],
  },
  {
    name: 'has malformed keys',
    faults: {
      keys: () => ({
        keys: [null, 7, 'x', [], {}, { kty: 'RSA', n: 1 }, { kty: {} }],
      }),
    },
    expected: ['jwks.usable-key fail'],
  },
  {
    name: 'has keys for encryption only',
    faults: {
      keys: keys => ({ keys: keys.map(key => ({ ...key, use: 'enc' })) }),
    },
    expected: ['jwks.usable-key fail'],
  },
];
