import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import {
  createServer as createSocketServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { SecureContextOptions } from 'node:tls';

/** Keys are made once: a misbehaving provider does not need new ones each time. */
export interface Keys {
  privateKey: CryptoKey;
  publicJwk: JWK;
}

export async function makeKeys(kid: string): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', {
    extractable: true,
  });
  return {
    privateKey,
    publicJwk: {
      ...(await exportJWK(publicKey)),
      kid,
      use: 'sig',
      alg: 'RS256',
    },
  };
}

export type Answer = (
  req: IncomingMessage,
  res: ServerResponse,
  provider: FaultyProvider,
) => unknown;

/** What is wrong with a provider; it behaves well in everything else. */
export interface Faults {
  /** Answers every request. */
  all?: Answer;
  /** Answers requests for the discovery document. */
  discovery?: Answer;
  /** Changes the discovery document. */
  document?: (document: Record<string, unknown>, origin: string) => unknown;
  /** Answers requests for the key set. */
  jwks?: Answer;
  /** Changes the key set. */
  keys?: (keys: JWK[]) => unknown;
  /** Answers token requests. */
  token?: Answer;
  /** Answers token requests of clients that are known with their secret; the others are refused. */
  issued?: Answer;
  /** Answers authorization requests. */
  authorize?: Answer;
  /** Changes where the answer to a valid authorization request goes. */
  back?: (target: URL, asked: URL) => URL | void;
  /** Redirect URIs registered in addition to the usual ones. */
  registered?: (uri: string) => boolean;
  /** Refuses requests without PKCE. */
  strictPkce?: boolean;
  /** Refuses without an OAuth error. */
  mute?: { status: number; challenge?: string };
  /** Changes the claims of access tokens. */
  claims?: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Changes what signs access tokens. */
  signer?: Keys;
  /** Header members of access tokens. */
  header?: Record<string, unknown>;
  /** Speaks instead of an HTTP server. */
  socket?: (socket: Socket) => void;
  /** Speaks https. */
  tls?: SecureContextOptions;
}

export function sendJson(res: ServerResponse, value: unknown, status = 200) {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json');
  res.end(typeof value === 'string' ? value : JSON.stringify(value));
}

/** The secret of every client; it contains characters that forms and headers encode. */
export const SECRET = "s3cr+et/of the='tests";

/** Clients that it knows. */
export const CLIENTS = [
  'zeebe',
  'optimize',
  'console',
  'identity',
  'operate',
  'tasklist',
  'orchestration',
  'connectors',
];

/** Redirect URIs registered for every client. */
export const REDIRECT_URIS = [
  'https://optimize.example.com/api/authentication/callback',
  'https://identity.example.com/auth/login-callback',
  'https://operate.example.com/identity-callback',
  'https://console.example.com/',
];

/** Client ID and secret in the header or in the form (RFC 6749 section 2.3.1). */
async function isKnown(req: IncomingMessage): Promise<boolean> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const [, basic] = /^Basic (.*)$/.exec(req.headers.authorization ?? '') ?? [];
  const decoded = Buffer.from(basic ?? '', 'base64').toString();
  const unescape = (text: string) =>
    new URLSearchParams(`x=${text}`).get('x') ?? '';
  const [id, secret] = basic
    ? decoded.split(':').map(unescape)
    : [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  return CLIENTS.includes(id) && secret === SECRET;
}

/** Audience of the tokens. */
export const AUDIENCE = 'zeebe-api';

/** An OpenID provider with faults, on a free port of loopback. */
export class FaultyProvider {
  origin = '';
  /** Requests so far, by path. */
  readonly asked: string[] = [];
  readonly #faults: Faults;
  readonly #keys: Keys;
  readonly #sockets = new Set<Socket>();
  #server?: Server;

  constructor(faults: Faults, keys: Keys) {
    this.#faults = faults;
    this.#keys = keys;
  }

  async start(host = 'localhost'): Promise<void> {
    const { socket, tls } = this.#faults;
    const listener = (req: IncomingMessage, res: ServerResponse) => {
      req.on('error', () => {});
      res.on('error', () => {});
      Promise.resolve(this.#answer(req, res)).catch(() => res.destroy());
    };
    if (socket) this.#server = createSocketServer({ allowHalfOpen: true });
    else if (tls) this.#server = createHttpsServer(tls, listener);
    else this.#server = createHttpServer(listener);
    this.#server.on('tlsClientError', () => {});
    this.#server.on('connection', (connection: Socket) => {
      this.#sockets.add(connection);
      connection.on('error', () => {});
      connection.on('close', () => this.#sockets.delete(connection));
      socket?.(connection);
    });
    await new Promise<void>(done => this.#server!.listen(0, '127.0.0.1', done));
    const { port } = this.#server.address() as AddressInfo;
    this.origin = `${tls ? 'https' : 'http'}://${host}:${port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise(done => this.#server!.close(done));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** The key that signs tokens by default. */
  get publicJwk(): JWK {
    return this.#keys.publicJwk;
  }

  document(): Record<string, unknown> {
    const { origin } = this;
    return {
      issuer: origin,
      authorization_endpoint: `${origin}/auth`,
      token_endpoint: `${origin}/token`,
      jwks_uri: `${origin}/jwks`,
      end_session_endpoint: `${origin}/logout`,
      userinfo_endpoint: `${origin}/userinfo`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      grant_types_supported: [
        'authorization_code',
        'refresh_token',
        'client_credentials',
      ],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
      ],
      claims_supported: ['sub', 'oid', 'email', 'name', 'preferred_username'],
    };
  }

  async token(): Promise<string> {
    const { claims, signer = this.#keys, header } = this.#faults;
    const now = Math.floor(Date.now() / 1000);
    const standard = {
      iss: this.origin,
      sub: 'zeebe',
      aud: AUDIENCE,
      azp: 'zeebe',
      iat: now,
      exp: now + 3600,
    };
    return new SignJWT(claims?.(standard) ?? standard)
      .setProtectedHeader({
        alg: 'RS256',
        kid: signer.publicJwk.kid,
        typ: 'at+jwt',
        ...header,
      })
      .sign(signer.privateKey);
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<unknown> {
    const faults = this.#faults;
    const path = req.url!.split('?')[0];
    this.asked.push(path);
    if (faults.all) return faults.all(req, res, this);
    if (path.endsWith('/.well-known/openid-configuration')) {
      if (faults.discovery) return faults.discovery(req, res, this);
      const document = this.document();
      return sendJson(
        res,
        faults.document?.(document, this.origin) ?? document,
      );
    }
    if (path === '/jwks') {
      if (faults.jwks) return faults.jwks(req, res, this);
      const keys = [this.#keys.publicJwk];
      return sendJson(res, faults.keys ? faults.keys(keys) : { keys });
    }
    if (path === '/token') {
      // Answering before the request has been read would end the connection.
      if (faults.token) req.resume();
      if (faults.token) return faults.token(req, res, this);
      if (!(await isKnown(req))) {
        if (!faults.mute)
          return sendJson(res, { error: 'invalid_client' }, 401);
        const { status, challenge } = faults.mute;
        if (challenge) res.setHeader('WWW-Authenticate', challenge);
        return res.writeHead(status).end();
      }
      if (faults.issued) return faults.issued(req, res, this);
      return sendJson(res, {
        access_token: await this.token(),
        token_type: 'Bearer',
        expires_in: 3600,
      });
    }
    if (path === '/auth') {
      if (faults.authorize) return faults.authorize(req, res, this);
      return this.#authorize(req, res);
    }
    return res.writeHead(404).end();
  }

  /** Answers as a provider with exact redirect URI matching does when nobody is signed in. */
  #authorize(req: IncomingMessage, res: ServerResponse) {
    const asked = new URL(req.url!, this.origin);
    const { mute, back } = this.#faults;
    const page = (text: string) =>
      res
        .writeHead(mute?.status ?? 400, { 'Content-Type': 'text/html' })
        .end(mute ? '' : `<p>${text}</p>`);
    const uri = asked.searchParams.get('redirect_uri') ?? '';
    if (!CLIENTS.includes(asked.searchParams.get('client_id') ?? ''))
      return page('Client not found.');
    if (!REDIRECT_URIS.includes(uri) && !this.#faults.registered?.(uri))
      return page('Invalid parameter: redirect_uri');
    const target = new URL(uri);
    const isStrict =
      this.#faults.strictPkce && !asked.searchParams.has('code_challenge');
    target.searchParams.set(
      'error',
      isStrict ? 'invalid_request' : 'login_required',
    );
    target.searchParams.set('state', asked.searchParams.get('state') ?? '');
    const changed = back?.(target, asked) ?? target;
    return res.writeHead(302, { Location: changed.href }).end();
  }
}
