import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GENERIC_PROFILE } from 'backstage-plugin-camunda-identity-common';
import { GuardedHttp } from '../../http';
import { requestToken } from './requestToken';

const SECRET = 'Zq8pVx3WnkTyuR7b';

let server: Server;
let answer: { status: number; headers?: object; body: string };
const http = new GuardedHttp({
  allowedHosts: ['127.0.0.1'],
  allowPlainHttp: true,
});

beforeAll(async () => {
  server = createServer((_req, res) => {
    res
      .writeHead(answer.status, {
        'Content-Type': 'application/json',
        ...answer.headers,
      })
      .end(answer.body);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
});
afterAll(async () => {
  await http.close();
  server.close();
});

async function outcome() {
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return requestToken(
    {
      metadata: { issuer: origin, token_endpoint: `${origin}/token` },
      profile: GENERIC_PROFILE,
      clientId: 'zeebe',
      secret: SECRET,
    },
    http,
    AbortSignal.timeout(5_000),
  );
}

const refusal = (members: object) => ({
  status: 401,
  body: JSON.stringify(members),
});

/** Expects no recognisable part of the secret, forwards or backwards. */
function piecesIn(text: string): string[] {
  const reversed = [...SECRET].reverse().join('');
  return [SECRET, reversed].flatMap(whole =>
    Array.from({ length: whole.length - 3 }, (_, at) =>
      whole.slice(at, at + 4),
    ).filter(piece => text.includes(piece)),
  );
}

it.each([
  ['whole', SECRET],
  ['truncated', SECRET.slice(0, 9)],
  ['split', `${SECRET.slice(0, 8)} and ${SECRET.slice(8)}`],
  ['backwards', [...SECRET].reverse().join('')],
])('an answer that repeats the secret (%s) is not shown', async (_, echo) => {
  const repeats = [
    refusal({ error: 'invalid_client', error_description: `sent: ${echo}` }),
    refusal({ error: echo, error_description: 'AADSTS7000215' }),
    refusal({ error: `invalid_client ${echo}` }),
    {
      status: 302,
      headers: { Location: `https://${echo.replace(/ /g, '.')}.example.com/` },
      body: '',
    },
    {
      status: 200,
      headers: { 'Content-Type': `text/${echo.replace(/ /g, '.')}` },
      body: echo,
    },
    {
      status: 401,
      headers: { 'WWW-Authenticate': `Basic realm="${echo}", error="${echo}"` },
      body: JSON.stringify({ error: echo }),
    },
    { status: 200, body: JSON.stringify({ token_type: echo }) },
  ];
  for (const one of repeats) {
    answer = one;
    const told = await outcome();
    expect(told.kind).not.toBe('issued');
    const { explanation, ...rest } = told as { explanation?: unknown };
    expect(piecesIn(JSON.stringify(rest))).toEqual([]);
  }
});

it('an answer that repeats the secret is reported as such', async () => {
  answer = refusal({ error: 'invalid_client', error_description: SECRET });
  expect(await outcome()).toMatchObject({ repeatsSecret: true });
  answer = refusal({ error: 'invalid_client', error_description: 'wrong' });
  expect(await outcome()).toMatchObject({ repeatsSecret: false });
});

it('a known error text is explained', async () => {
  answer = refusal({
    error: 'invalid_client',
    error_description: `AADSTS7000215: Invalid client secret provided. ${SECRET}`,
  });
  expect(await outcome()).toMatchObject({
    kind: 'refused',
    status: 401,
    error: 'invalid_client',
    productCode: 'AADSTS7000215',
    explanation: { about: 'secret' },
  });
  answer = refusal({ error: 'x'.repeat(100_000) });
  expect(await outcome()).toMatchObject({ kind: 'refused', error: 'unknown' });
});
