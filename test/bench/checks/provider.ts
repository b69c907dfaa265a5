/**
 * An OpenID provider for measurements, in a process of its own so that its work is not counted: documents
 * of the usual size, signed tokens made beforehand, answers after a settable delay. Every `/t/<n>` is an
 * issuer of its own.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';

let delayMs = 0;
let asked: Record<string, number> = {};

const CALLBACKS: Record<string, string> = {
  identity: '/auth/login-callback',
  operate: '/identity-callback',
  tasklist: '/identity-callback',
  optimize: '/api/authentication/callback',
};

function document(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    end_session_endpoint: `${issuer}/logout`,
    introspection_endpoint: `${issuer}/introspect`,
    revocation_endpoint: `${issuer}/revoke`,
    response_types_supported: ['code', 'id_token', 'code id_token', 'none'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: [
      'authorization_code',
      'refresh_token',
      'client_credentials',
    ],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256', 'PS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'oid', 'name', 'email'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: [
      'client_secret_basic',
      'client_secret_post',
      'none',
    ],
    request_parameter_supported: false,
    authorization_response_iss_parameter_supported: true,
  };
}

/** The body of a request, which a token request has its credentials in where it has no header. */
async function textOf(req: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Client ID and secret, from the header or from the form. */
function credentialsOf(authorization: string, body: string) {
  const form = new URLSearchParams(body);
  const [id, secret] = Buffer.from(
    authorization.slice('Basic '.length),
    'base64',
  )
    .toString()
    .split(':');
  return {
    clientId: decodeURIComponent(id || (form.get('client_id') ?? '')),
    secret: decodeURIComponent(secret ?? form.get('client_secret') ?? ''),
  };
}

async function main() {
  const pairs = await Promise.all(
    ['a', 'b', 'c'].map(async kid => {
      const { privateKey, publicKey } = await generateKeyPair('RS256');
      const jwk: JWK = { ...(await exportJWK(publicKey)), kid, use: 'sig' };
      return { privateKey, jwk: { ...jwk, alg: 'RS256' } };
    }),
  );
  const keys = JSON.stringify({ keys: pairs.map(({ jwk }) => jwk) });
  let origin = '';
  const tokens = new Map<string, string>();

  async function token(issuer: string, clientId: string) {
    const key = `${issuer} ${clientId}`;
    if (!tokens.has(key)) {
      const jwt = await new SignJWT({ azp: clientId })
        .setProtectedHeader({ alg: 'RS256', kid: 'a', typ: 'at+jwt' })
        .setIssuer(issuer)
        .setSubject(clientId)
        .setAudience(`${clientId}-api`)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(pairs[0].privateKey);
      tokens.set(key, jwt);
    }
    return JSON.stringify({
      access_token: tokens.get(key),
      token_type: 'Bearer',
      expires_in: 3600,
    });
  }

  const server = createServer(async (req, res) => {
    const body = await textOf(req);
    const url = new URL(req.url!, origin);
    if (url.pathname === '/control') {
      delayMs = Number(url.searchParams.get('delay') ?? delayMs);
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify(asked));
      asked = {};
      return;
    }
    if (delayMs > 0) await sleep(delayMs);
    // Running components: each sends people to its own issuer, as the Identity SDK makes them.
    const [, issuerNumber, component] =
      /^\/c\/(\d+)\/([a-z]+)\//.exec(url.pathname) ?? [];
    if (component) {
      asked.component = (asked.component ?? 0) + 1;
      const location = new URL(`${origin}/t/${issuerNumber}/auth`);
      location.search = String(
        new URLSearchParams({
          response_type: 'code',
          client_id: component,
          redirect_uri: `${origin}/c/${issuerNumber}/${component}${CALLBACKS[component]}`,
          scope: 'openid email',
          state: '',
        }),
      );
      res.writeHead(302, { Location: location.href }).end();
      return;
    }
    const [, path, operation] = /^(\/t\/\d+)\/(.*)$/.exec(url.pathname) ?? [];
    asked[operation] = (asked[operation] ?? 0) + 1;
    const issuer = `${origin}${path}`;
    if (operation === 'auth') {
      const target = url.searchParams.get('redirect_uri') ?? '';
      if (
        !URL.canParse(target) ||
        !(
          new URL(target).host.endsWith('.payments.example.com') ||
          target.startsWith(`${origin}/c/`)
        ) ||
        target.includes('/.probe/') ||
        url.searchParams.get('client_id')?.startsWith('not-registered-')
      ) {
        res.writeHead(400, { 'Content-Type': 'text/html' });
        res.end('<h1>redirect_uri did not match any registered</h1>');
        return;
      }
      const back = new URL(target);
      back.searchParams.set('error', 'login_required');
      back.searchParams.set('state', url.searchParams.get('state') ?? '');
      back.searchParams.set('iss', issuer);
      res.writeHead(302, { Location: back.href }).end();
      return;
    }
    res.setHeader('Content-Type', 'application/json');
    if (operation?.startsWith('.well-known'))
      res.end(JSON.stringify(document(issuer)));
    else if (operation === 'jwks') res.end(keys);
    else if (operation === 'token') {
      const { clientId, secret } = credentialsOf(
        req.headers.authorization ?? '',
        body,
      );
      // What a check makes up is refused.
      if (secret !== `bench-${clientId}-secret`)
        res.writeHead(401).end('{"error":"invalid_client"}');
      else res.end(await token(issuer, clientId));
    } else res.writeHead(404).end();
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    process.send!(origin);
  });
  process.on('disconnect', () => process.exit());
}

main();
