import { answerAuthorization, credentialsOf, isMadeUp } from './authorization';
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY_SET = JSON.stringify({
  keys: [
    {
      ...generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
        format: 'jwk',
      }),
      kid: '1',
      use: 'sig',
      alg: 'RS256',
    },
  ],
});

/** A provider whose token endpoint is at `tokenOrigin`, and which counts requests. */
export async function startCountingProvider() {
  const state = {
    /** Requests to the token endpoint. */
    requests: 0,
    answer: 401,
    tokenOrigin: '',
    /** The discovery document does not answer. */
    down: false,
  };
  let held: (() => Promise<void>) | undefined;
  const server: Server = createServer(async (req, res) => {
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    res.setHeader('Content-Type', 'application/json');
    if (state.down) res.writeHead(503).end('{}');
    else if (req.url?.includes('.well-known'))
      res.end(
        JSON.stringify({
          issuer: origin,
          authorization_endpoint: `${origin}/auth`,
          token_endpoint: `${state.tokenOrigin || origin}/token`,
          jwks_uri: `${origin}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
        }),
      );
    else if (req.url === '/token') {
      // Values that a check makes up are refused, and do not count as use of a secret.
      if (isMadeUp(await credentialsOf(req))) {
        res.writeHead(401).end('{"error":"invalid_client"}');
        return;
      }
      state.requests += 1;
      await held?.();
      res.statusCode = state.answer;
      res.end(
        JSON.stringify(
          state.answer === 200
            ? { access_token: 'a', token_type: 'Bearer' }
            : { error: 'invalid_client' },
        ),
      );
    } else if (req.url?.startsWith('/auth')) answerAuthorization(req, res);
    else res.end(KEY_SET);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    state,
    /** Awaited before each answer of the token endpoint. */
    hold(wait: (() => Promise<void>) | undefined) {
      held = wait;
    },
    issuer: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise(done => server.close(done));
    },
  };
}

export type CountingProvider = Awaited<
  ReturnType<typeof startCountingProvider>
>;
