import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Fault } from '../Fault';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const MIB = 1024 * 1024;

/** Writes forever, as fast as the client reads. */
function endlessly(res: ServerResponse, chunk: Buffer | string) {
  const more = () => {
    while (!res.destroyed && res.write(chunk));
  };
  res.on('drain', more);
  more();
}

const compressed = (coding: string, body: Buffer): Fault['faults'] => ({
  all: (_req, res) =>
    res.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': coding }).end(body),
});

const zeros = () => Buffer.alloc(64 * MIB, '{');

/** A gzip stream of empty stored blocks: endless input, and nothing comes out of it. */
const EMPTY_BLOCK = Buffer.from([0, 0, 0, 0xff, 0xff]);
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);

/** Answers that are too large, or become too large when unpacked. */
export const SIZE_FAULTS: Fault[] = [
  {
    name: 'answers without end',
    endless: true,
    faults: {
      all: (_req, res) => endlessly(res, Buffer.alloc(64 * 1024, 'x')),
    },
    expected: ['transport.too-large fail'],
  },
  {
    name: 'answers JSON without end',
    endless: true,
    faults: {
      all: (_req, res) => {
        res.writeHead(200, JSON_TYPE).write('{"issuer":"');
        endlessly(res, ' '.repeat(16 * 1024));
      },
    },
    expected: ['transport.too-large fail'],
  },
  {
    name: 'answers an error page without end',
    endless: true,
    faults: {
      all: (_req, res) => {
        res.writeHead(503, { 'Content-Type': 'text/html' });
        endlessly(res, '<p>'.repeat(10_000));
      },
    },
    expected: ['transport.too-large fail'],
  },
  {
    name: 'announces an impossible length',
    faults: {
      all: (_req, res) => {
        res.writeHead(200, { ...JSON_TYPE, 'Content-Length': 2 ** 50 });
        endlessly(res, ' '.repeat(64 * 1024));
      },
    },
    endless: true,
    expected: ['transport.too-large fail'],
  },
  {
    name: 'answers a bomb in gzip',
    endless: true,
    faults: compressed('gzip', gzipSync(zeros())),
    expected: ['transport.too-large fail'],
  },
  {
    name: 'answers a bomb in deflate',
    endless: true,
    faults: compressed('deflate', deflateSync(zeros())),
    expected: ['transport.too-large fail'],
  },
  {
    name: 'answers a bomb in brotli',
    endless: true,
    faults: compressed(
      'br',
      brotliCompressSync(Buffer.alloc(16 * MIB, '{'), {}),
    ),
    expected: ['transport.too-large fail'],
  },
  {
    name: 'answers a bomb within a bomb',
    endless: true,
    faults: compressed('gzip, gzip', gzipSync(gzipSync(zeros()))),
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'answers endless gzip that unpacks to nothing',
    endless: true,
    faults: {
      all: (_req, res) => {
        res.writeHead(200, { ...JSON_TYPE, 'Content-Encoding': 'gzip' });
        res.write(GZIP_HEAD);
        endlessly(res, Buffer.concat(Array(2_000).fill(EMPTY_BLOCK)));
      },
    },
    expected: ['transport.too-large fail'],
  },
  {
    name: 'answers truncated gzip',
    faults: compressed('gzip', gzipSync('{"issuer":"x"}').subarray(0, 20)),
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'says gzip and sends something else',
    faults: compressed('gzip', Buffer.from('{"issuer":"x"}')),
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'uses a compression that was not requested',
    faults: compressed('compress', Buffer.from('{}')),
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'sends large headers',
    faults: {
      all: (_req, res) =>
        res
          .writeHead(200, { ...JSON_TYPE, 'X-Large': 'y'.repeat(40_000) })
          .end(),
    },
    expected: ['transport.too-large fail'],
  },
  {
    name: 'sends headers without end',
    hangs: true,
    endless: true,
    faults: {
      socket: socket => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const more = () => {
          while (!socket.destroyed && socket.write('X: y\r\n'.repeat(1_000)));
        };
        socket.on('drain', more);
        more();
      },
    },
    expected: ['transport.too-large fail'],
  },
];
