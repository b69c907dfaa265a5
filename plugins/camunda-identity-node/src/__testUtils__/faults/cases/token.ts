import type { Fault } from '../Fault';
import { SECRET, sendJson, type Answer } from '../FaultyProvider';

const answer = (
  name: string,
  token: Answer,
  expected: string[],
  rest: Partial<Fault> = {},
): Fault => ({ name, faults: { token }, expected, ...rest });

/** Answers of the token endpoint that are malformed, or that prove less than they seem to. */
export const TOKEN_FAULTS: Fault[] = [
  answer(
    'refuses the secret',
    (_req, res) => sendJson(res, { error: 'invalid_client' }, 401),
    ['client.secret zeebe fail'],
  ),
  answer(
    'challenges without an OAuth error',
    (_req, res) =>
      res.writeHead(401, { 'WWW-Authenticate': 'Basic realm="proxy"' }).end(),
    ['client.secret zeebe unknown'],
  ),
  answer(
    'challenges with a proxy’s page',
    (_req, res) =>
      res
        .writeHead(401, {
          'WWW-Authenticate': 'Basic realm="proxy"',
          'Content-Type': 'text/html',
        })
        .end('<p>internal page</p>'),
    ['client.secret zeebe unknown'],
    { never: /internal page/ },
  ),
  answer(
    'never answers with a token',
    () => {},
    ['client.secret zeebe unknown'],
    { hangs: true },
  ),
  answer(
    'answers a page instead of a token',
    (_req, res) =>
      res.setHeader('Content-Type', 'text/html').end('<p>internal page</p>'),
    ['client.secret zeebe unknown'],
    { never: /internal page/ },
  ),
  answer(
    'redirects the secret to another host',
    (_req, res) =>
      res.writeHead(307, { Location: 'https://other.example.com/' }).end(),
    ['client.secret zeebe unknown'],
  ),
  answer(
    'is broken at its token endpoint',
    (_req, res) => sendJson(res, '{"error":', 500),
    ['client.secret zeebe unknown'],
  ),
  answer(
    'has had enough token requests',
    (_req, res) => res.writeHead(429, { 'Retry-After': '9' }).end(),
    ['client.secret zeebe unknown'],
  ),
  answer(
    'answers without a token',
    (_req, res) => sendJson(res, { token_type: 'Bearer' }),
    ['client.secret zeebe unknown'],
  ),
  answer(
    'answers a token that is a number',
    (_req, res) => sendJson(res, { access_token: 7, token_type: 'Bearer' }),
    ['client.secret zeebe unknown'],
  ),
  answer(
    'answers null instead of a token',
    (_req, res) => sendJson(res, null),
    ['client.secret zeebe unknown'],
  ),
  answer(
    'answers a token without end',
    (_req, res) => {
      res.writeHead(200, { 'Content-Type': 'application/json' });
      const more = () => {
        while (!res.destroyed && res.write('x'.repeat(64 * 1024)));
      };
      res.on('drain', more);
      more();
    },
    ['client.secret zeebe unknown'],
    { endless: true },
  ),
  answer(
    'repeats the secret in its error',
    (req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', chunk => chunks.push(chunk));
      req.on('end', () =>
        sendJson(
          res,
          {
            error: 'unauthorized_client',
            error_description: `no grant for ${SECRET} or ${encodeURIComponent(
              SECRET,
            )} or ${req.headers.authorization} or ${Buffer.concat(chunks)}`,
          },
          400,
        ),
      );
    },
    ['client.token zeebe fail'],
  ),
];
