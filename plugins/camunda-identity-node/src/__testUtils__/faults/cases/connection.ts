import type { Fault } from '../Fault';

/** Sends `text` and leaves the connection open. */
const says = (text: string) => (socket: import('node:net').Socket) => {
  socket.once('data', () => socket.write(text));
};

const drips =
  (first: string, drop: string) => (socket: import('node:net').Socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(drop), 20);
    socket.on('close', () => clearInterval(timer));
  };

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Connections that break, hang, or do not speak HTTP. */
export const CONNECTION_FAULTS: Fault[] = [
  {
    name: 'never answers',
    hangs: true,
    faults: { all: () => {} },
    expected: ['transport.timeout fail', 'jwks.document skipped'],
  },
  {
    name: 'accepts connections and says nothing',
    hangs: true,
    faults: { socket: () => {} },
    expected: ['transport.timeout fail'],
  },
  {
    name: 'drips its header',
    hangs: true,
    faults: { socket: drips('HTTP/1.1 200 OK\r\nX: ', 'y') },
    expected: ['transport.timeout fail'],
  },
  {
    name: 'drips its body',
    hangs: true,
    faults: { socket: drips(`${HEAD}Content-Length: 100000\r\n\r\n`, ' ') },
    expected: ['transport.timeout fail'],
  },
  {
    name: 'stops in the middle of its body',
    hangs: true,
    faults: { socket: says(`${HEAD}Content-Length: 100\r\n\r\n{"issuer":`) },
    expected: ['transport.timeout fail'],
  },
  {
    name: 'sends interim responses forever',
    hangs: true,
    faults: { socket: drips('', 'HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n') },
    expected: ['transport.timeout fail'],
  },
  {
    name: 'closes the connection at once',
    faults: { socket: socket => socket.destroy() },
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'resets the connection',
    faults: {
      socket: socket => socket.once('data', () => socket.resetAndDestroy()),
    },
    says: /load balancer/,
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'half-closes the connection without an answer',
    faults: { socket: socket => socket.end() },
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'half-closes the connection within its header',
    faults: { socket: socket => socket.end('HTTP/1.1 200 OK\r\nContent-') },
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'half-closes the connection within its body',
    faults: {
      socket: socket => {
        socket.once('data', () =>
          socket.end(`${HEAD}Content-Length: 100\r\n\r\n{"issuer":`),
        );
      },
    },
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'closes the connection within a chunk',
    faults: {
      socket: socket => {
        socket.once('data', () =>
          socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\n{"iss`),
        );
      },
    },
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'speaks SSH',
    faults: { socket: socket => socket.write('SSH-2.0-OpenSSH_9.6\r\n') },
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'speaks HTTP/2 only',
    faults: {
      socket: says('\x00\x00\x12\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00'),
    },
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'sends two lengths',
    faults: {
      socket: says(`${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`),
    },
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'sends malformed chunks',
    faults: {
      socket: says(`${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}`),
    },
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'sends less than its Content-Length announces',
    faults: { socket: says(`${HEAD}Content-Length: 5\r\n\r\n{"issuer":"x"}`) },
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers with a status that does not exist',
    faults: { socket: says('HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n') },
    expected: ['transport.broken-answer fail'],
  },
  {
    name: 'upgrades to another protocol',
    faults: {
      socket: says(
        'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
      ),
    },
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'is not there',
    faults: {},
    issuer: () => 'http://localhost:9',
    says: /refused.*Nothing listens/,
    expected: ['transport.unreachable fail'],
  },
  {
    name: 'has an unknown host name',
    faults: {},
    issuer: () => 'https://no-such-provider.invalid',
    says: /may not be reached from here/,
    expected: ['transport.refused-by-policy fail'],
  },
  {
    name: 'has an unknown host name that is allowed',
    faults: {},
    issuer: () => 'https://no-such-provider.invalid',
    http: { allowedHosts: ['no-such-provider.invalid'] },
    says: /host name that is not known/,
    expected: ['transport.dns fail'],
  },
];
