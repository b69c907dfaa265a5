import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  CamundaVersion,
  ClientKey,
} from 'backstage-plugin-camunda-identity-common';
import { serve } from './server';

/**
 * A stand-in for running components: small servers that answer, by component and version, as Camunda's sources,
 * tests and logs show. No Camunda was run to make it; for Operate, Tasklist and Management Identity with an
 * external provider the parameters of the redirect are inferred from other users of the SDK.
 */
export interface RunningOptions {
  component: ClientKey;
  version: CamundaVersion;
  /** Context path, such as `/orchestration`. */
  contextPath?: string;
  authorizationEndpoint: string;
  clientId: string;
  /** Redirect URI that it sends; by default the one of its own address. */
  redirectUri?: (origin: string) => string;
  scope?: string;
  pkce?: boolean;
  /** `basic`: accepts its own user names and passwords. */
  method?: 'oidc' | 'basic';
  /** Issuers of the metadata document (8.9 on). */
  issuers?: string[];
  /** Base URL in it. */
  resource?: (origin: string) => string;
  unprotected?: boolean;
  /** Answers its sign-in with this status. */
  status?: number;
  /** Redirects within itself forever. */
  loop?: boolean;
  /** Token audiences that it accepts. */
  audiences?: string[];
  /** What it answers to a token that it refuses, instead of Camunda's answer. */
  refusal?: (token: string) => string;
  /** Location of its first redirect, if there are two hops. */
  firstHop?: (origin: string) => string;
}

const CALLBACKS: Partial<Record<ClientKey, string>> = {
  orchestration: '/sso-callback',
  operate: '/identity-callback',
  tasklist: '/identity-callback',
  optimize: '/api/authentication/callback',
  identity: '/auth/login-callback',
};

const isCluster = ({ component }: RunningOptions) =>
  component === 'orchestration';

/** Spring Security's redirect (8.8 on), or that of the Identity SDK: empty state, no nonce, no PKCE. */
function location(options: RunningOptions, base: string): string {
  const isSpring =
    isCluster(options) ||
    (options.component === 'optimize' && options.version === '8.10');
  const url = new URL(options.authorizationEndpoint);
  const redirectUri =
    options.redirectUri?.(base) ?? `${base}${CALLBACKS[options.component]}`;
  const scope =
    options.scope ??
    (isSpring ? 'openid profile' : 'openid email offline_access');
  const parameters: Record<string, string> = {
    response_type: 'code',
    client_id: options.clientId,
    scope,
    state: isSpring ? 'c3RhdGU=' : '',
    redirect_uri: redirectUri,
    ...(isSpring && scope.includes('openid') ? { nonce: 'n' } : {}),
    ...(options.pkce ?? (isSpring && options.version !== '8.8')
      ? { code_challenge: 'c', code_challenge_method: 'S256' }
      : {}),
  };
  for (const [name, value] of Object.entries(parameters))
    url.searchParams.set(name, value);
  return url.href;
}

function audiencesOf(authorization: string): string[] {
  const [, payload = ''] = authorization.replace(/^Bearer /, '').split('.');
  const { aud } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return [aud ?? []].flat();
}

function answerApi(
  options: RunningOptions,
  req: IncomingMessage,
  res: ServerResponse,
) {
  const { authorization } = req.headers;
  if (options.unprotected) return res.writeHead(200).end('{}');
  if (options.method === 'basic')
    return res
      .writeHead(401, { 'Content-Type': 'application/problem+json' })
      .end('{}');
  if (authorization) {
    const wanted = options.audiences ?? [];
    const actual = audiencesOf(authorization);
    if (actual.some(entry => wanted.includes(entry)))
      return res.writeHead(200).end('{}');
    if (options.refusal)
      return res
        .writeHead(401, {
          'WWW-Authenticate': `Bearer error="invalid_token", error_description=${options.refusal(
            authorization.replace(/^Bearer /, ''),
          )}`,
        })
        .end();
    return res
      .writeHead(401, {
        'WWW-Authenticate': `Bearer error="invalid_token", error_description="An error occurred while attempting to decode the Jwt: Token audiences are [${actual.join(
          ', ',
        )}], expected at least one of [${wanted.join(', ')}]"`,
      })
      .end();
  }
  return res
    .writeHead(401, isCluster(options) ? { 'WWW-Authenticate': 'Bearer' } : {})
    .end();
}

const SIGN_IN: Partial<Record<ClientKey, string>> = {
  orchestration: '/oauth2/authorization/oidc',
  operate: '/api/login',
  tasklist: '/api/login',
  identity: '/auth/login',
};

function signInPathOf({ component, version }: RunningOptions) {
  if (component !== 'optimize') return SIGN_IN[component];
  return version === '8.10' ? '/oauth2/authorization/oidc' : '/';
}

/** Paths that must never be requested. */
const isCallback = (path: string) =>
  Object.values(CALLBACKS).some(callback => path.endsWith(callback!));

/** Starts a component; `asked` lists the paths that were requested. */
export async function startRunningCamunda(options: RunningOptions) {
  const asked: string[] = [];
  const context = options.contextPath ?? '';
  const signInPath = signInPathOf(options);
  const server = await serve((req, res) => {
    const origin = `http://${req.headers.host}`;
    const base = `${origin}${context}`;
    const path = req.url!.split('?')[0];
    asked.push(path);
    if (req.headers.cookie || isCallback(path)) return res.writeHead(599).end();
    const own = path.startsWith(context) ? path.slice(context.length) : '';
    if (
      own === '/v2/topology' ||
      own === '/api/v1/info' ||
      own === '/api/clusters'
    )
      return answerApi(options, req, res);
    if (own === '/.well-known/oauth-protected-resource') {
      if (options.version === '8.8' || options.method === 'basic')
        return res.writeHead(404).end();
      return res.setHeader('Content-Type', 'application/json').end(
        JSON.stringify({
          resource: options.resource?.(base) ?? base,
          authorization_servers: options.issuers,
          bearer_methods_supported: ['header'],
        }),
      );
    }
    if (options.loop)
      return res
        .writeHead(302, { Location: `${base}/again/${asked.length}` })
        .end();
    if (own !== signInPath && own !== '/hop') return res.writeHead(404).end();
    if (options.status) return res.writeHead(options.status).end();
    if (options.method === 'basic')
      return res
        .writeHead(isCluster(options) ? 404 : 200, {
          'Content-Type': 'text/html',
        })
        .end('<form></form>');
    if (options.firstHop && own === signInPath)
      return res.writeHead(302, { Location: options.firstHop(base) }).end();
    return res
      .writeHead(302, {
        Location: location(options, base),
        'Set-Cookie': 'camunda-session=x; Path=/',
      })
      .end();
  });
  return { url: `${server.origin}${context}`, asked, close: server.close };
}
