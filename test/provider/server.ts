import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration, Provider } from 'oidc-provider';
import { LOCAL_TENANT_ID } from './clients';
import { createLocalProvider } from './provider';

export interface LocalProvider {
  issuer: string;
  /** Base of the cloud whose tenant is the second face. */
  loginBaseUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts a real OpenID provider on loopback, twice: as itself at the root, and with Entra's paths, claims
 * and errors under `/<tenant id>/v2.0`.
 *
 * @param options - `port` 0 takes a free one
 */
export async function startLocalProvider(options: {
  port: number;
  /** Makes another kind of provider of the first face, for tests. */
  change?: (configuration: Configuration) => Configuration;
  /** Redirect URI of the portal's login tests. */
  loginTestUri?: string;
  /** Changes how the first face answers, for tests. */
  prepare?: (provider: Provider) => void;
}): Promise<LocalProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const base = `http://localhost:${port}`;
  const own = createLocalProvider(
    base,
    'generic',
    options.change,
    options.loginTestUri,
  );
  options.prepare?.(own);
  const generic = own.callback();
  const entra = createLocalProvider(
    `${base}/${LOCAL_TENANT_ID}/v2.0`,
    'entra',
    undefined,
    options.loginTestUri,
  ).callback();
  const mount = `/${LOCAL_TENANT_ID}`;
  const wellKnown = `${mount}/v2.0/.well-known/`;

  server.on(
    'request',
    (req: IncomingMessage & { originalUrl?: string }, res) => {
      const url = req.url ?? '/';
      if (!url.startsWith(`${mount}/`)) {
        generic(req, res);
        return;
      }
      // Only the discovery document lies below the issuer's own path; the endpoints lie beside it.
      const path = url.startsWith(wellKnown)
        ? url.replace(wellKnown, `${mount}/.well-known/`)
        : url;
      req.originalUrl = path;
      req.url = path.slice(mount.length);
      entra(req, res);
    },
  );

  return {
    issuer: base,
    loginBaseUrl: base,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
