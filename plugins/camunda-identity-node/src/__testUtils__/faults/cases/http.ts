import type { Fault } from '../Fault';
import { sendJson, type Answer } from '../FaultyProvider';

const redirect =
  (location: string | undefined, status = 302): Answer =>
  (req, res) =>
    res
      .writeHead(status, location === undefined ? {} : { Location: location })
      .end(`to ${req.url}`);

const page =
  (status: number, type: string | undefined, body: string): Answer =>
  (_req, res) =>
    res.writeHead(status, type ? { 'Content-Type': type } : {}).end(body);

const shifted =
  (hours: number): Answer =>
  (req, res, provider) => {
    res.setHeader(
      'Date',
      new Date(Date.now() + hours * 3_600_000).toUTCString(),
    );
    sendJson(res, req.url === '/jwks' ? { keys: [] } : provider.document());
  };

/** Redirects, content types, statuses and clocks. */
export const HTTP_FAULTS: Fault[] = [
  {
    name: 'redirects to itself',
    faults: { all: redirect('/.well-known/openid-configuration') },
    expected: ['transport.redirect fail'],
  },
  {
    name: 'redirects in a circle',
    faults: {
      all: (req, res) =>
        res.writeHead(307, { Location: req.url === '/a' ? '/b' : '/a' }).end(),
    },
    expected: ['transport.redirect fail'],
  },
  {
    name: 'redirects to a metadata address',
    faults: { all: redirect('http://169.254.169.254/latest/meta-data/') },
    says: /redirects .* to 169\.254\.169\.254 \(status 302\)/,
    expected: ['transport.redirect fail'],
  },
  {
    name: 'redirects to a file',
    faults: { all: redirect('file:///etc/passwd', 301) },
    says: /an address without a host/,
    expected: ['transport.redirect fail'],
  },
  {
    name: 'redirects to another host forever',
    faults: { all: redirect('https://other.example.com/x?code=1', 308) },
    says: /If other\.example\.com is your provider/,
    expected: ['transport.redirect fail'],
    never: /code=1/,
  },
  {
    name: 'redirects nowhere',
    faults: { all: redirect(undefined) },
    says: /to nowhere/,
    expected: ['transport.redirect fail'],
  },
  {
    name: 'redirects to an invalid address',
    faults: { all: redirect('http://[', 303) },
    expected: ['transport.redirect fail'],
  },
  {
    name: 'answers a login page',
    faults: { all: page(200, 'text/html', '<p>internal page</p>') },
    says: /text\/html instead of application\/json/,
    expected: ['transport.content-type fail'],
    never: /internal page/,
  },
  {
    name: 'answers JSON as text',
    faults: {
      discovery: (_req, res, provider) =>
        res
          .setHeader('Content-Type', 'text/plain')
          .end(JSON.stringify(provider.document())),
    },
    expected: ['transport.content-type fail'],
  },
  {
    name: 'answers without a content type',
    faults: { all: page(200, undefined, '{}') },
    expected: ['transport.content-type fail'],
  },
  {
    name: 'answers with a malformed content type',
    faults: { all: page(200, 'x'.repeat(500), '{}') },
    expected: ['transport.content-type fail'],
    never: /x{100}/,
  },
  {
    name: 'answers an error page',
    faults: { all: page(404, 'text/html', '<p>internal page</p>') },
    says: /status 404/,
    expected: ['discovery.document fail'],
    never: /internal page/,
  },
  {
    name: 'wants a password',
    faults: { all: page(401, 'text/html', '<p>internal page</p>') },
    expected: ['discovery.document fail'],
    never: /internal page/,
  },
  {
    name: 'answers nothing, successfully',
    faults: { all: (_req, res) => res.writeHead(204).end() },
    expected: ['discovery.document fail'],
  },
  {
    name: 'is permanently broken',
    faults: { all: (_req, res) => sendJson(res, { error: 'x' }, 500) },
    expected: ['discovery.document fail'],
  },
  {
    name: 'answers 500, then 200',
    faults: {
      discovery: (_req, res, provider) => {
        const first = provider.asked.length === 1;
        sendJson(res, provider.document(), first ? 500 : 200);
      },
    },
    expected: ['discovery.document pass', 'jwks.document pass'],
  },
  {
    name: 'closes the first connection, then answers',
    faults: {
      discovery: (req, res, provider) => {
        if (provider.asked.length === 1) req.socket.destroy();
        else sendJson(res, provider.document());
      },
    },
    expected: ['discovery.document pass'],
  },
  {
    name: 'says when to retry',
    faults: {
      all: (_req, res) => res.writeHead(503, { 'Retry-After': '120' }).end(),
    },
    says: /asks to come later \(status 503\).*Run again after 120 seconds/,
    expected: ['transport.rate-limited unknown', 'discovery.document skipped'],
  },
  {
    name: 'says when to retry for its keys',
    faults: {
      jwks: (_req, res) => res.writeHead(503, { 'Retry-After': '120' }).end(),
    },
    expected: ['discovery.document pass', 'jwks.document unknown'],
  },
  {
    name: 'has had enough requests',
    faults: {
      all: (_req, res) => res.writeHead(429, { 'Retry-After': '30' }).end(),
    },
    says: /Run again after 30 seconds/,
    expected: ['transport.rate-limited unknown'],
  },
  {
    name: 'has a clock an hour ahead',
    faults: { all: shifted(1) },
    says: /3(599|600) s ahead of/,
    expected: ['transport.clock warn', 'discovery.document pass'],
  },
  {
    name: 'has a clock an hour behind',
    faults: { all: shifted(-1) },
    says: /3(599|600) s behind/,
    expected: ['transport.clock warn', 'discovery.document pass'],
  },
  {
    name: 'sends no Date header',
    faults: {
      all: (req, res, provider) => {
        res.sendDate = false;
        sendJson(res, req.url === '/jwks' ? { keys: [] } : provider.document());
      },
    },
    expected: ['transport.clock unknown'],
  },
  {
    name: 'sends a malformed Date header',
    faults: {
      all: (req, res, provider) => {
        res.setHeader('Date', 'yesterday');
        sendJson(res, req.url === '/jwks' ? { keys: [] } : provider.document());
      },
    },
    expected: ['transport.clock unknown'],
  },
  {
    name: 'sends bytes in a header that are not allowed there',
    faults: {
      socket: socket =>
        socket.once('data', () =>
          socket.end(
            Buffer.from(
              'HTTP/1.1 404 x\r\nX-Odd: \xff\xfe\u0080\r\nContent-Length: 0\r\n\r\n',
              'latin1',
            ),
          ),
        ),
    },
    expected: ['discovery.document fail'],
  },
];
