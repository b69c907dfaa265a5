import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { portsEnv, type Ports } from './ports';
import { ROOT, start, waitFor, type Managed } from './processes';
import { secretsConfig } from './secretsConfig';

/** Where a portal runs. */
export interface PortalOptions {
  /** Config files, relative to the root; the first is app-config.yaml. */
  config: string[];
  ports: Ports;
  /** Folder of its SQLite files, relative to the root; emptied first when `fresh`. */
  database: string;
  fresh?: boolean;
  /** Prefix of its log files. */
  name: string;
}

export interface Portal {
  url: string;
  backendUrl: string;
  provider: Managed;
  backstage: Managed;
  /** Starts the OpenID provider again after it was stopped. */
  startProvider(): Promise<void>;
  stop(): Promise<void>;
}

async function ok(url: string): Promise<true | undefined> {
  const response = await fetch(url);
  await response.body?.cancel();
  return response.ok ? true : undefined;
}

const READY_MS = 180_000;

/**
 * Starts the local OpenID provider, and waits until it answers.
 *
 * @param options - `name`: prefix of its log file
 */
export async function startProvider(
  options: Pick<PortalOptions, 'name' | 'ports'>,
): Promise<Managed> {
  const provider = start(
    `${options.name}-provider`,
    [
      '--import',
      'tsx',
      'test/provider/main.ts',
      String(options.ports.provider),
    ],
    { env: portsEnv(options.ports) },
  );
  await ready(
    provider,
    'The OpenID provider',
    `http://localhost:${options.ports.provider}/.well-known/openid-configuration`,
  );
  return provider;
}

/**
 * Waits for a URL of a process, and notices when the process has ended instead.
 *
 * @throws Error that names the log
 */
export async function ready(managed: Managed, what: string, url: string) {
  await Promise.race([
    waitFor(what, () => ok(url), READY_MS).catch(error => {
      throw new Error(`${error.message}. Log: ${managed.log}`);
    }),
    new Promise<never>((_, reject) =>
      managed.child.once('exit', code =>
        reject(
          new Error(`${what} has ended (code ${code}). Log: ${managed.log}`),
        ),
      ),
    ),
  ]);
}

/** Starts the local OpenID provider and Backstage, and waits until both answer. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  if (options.fresh)
    rmSync(join(ROOT, options.database), { recursive: true, force: true });
  let provider = await startProvider(options);
  const backstage = start(
    `${options.name}-backstage`,
    [
      require.resolve('@backstage/cli/bin/backstage-cli', { paths: [ROOT] }),
      'repo',
      'start',
      ...options.config.flatMap(file => ['--config', join(ROOT, file)]),
      '--config',
      secretsConfig(),
    ],
    { env: portsEnv(options.ports) },
  );
  const backendUrl = `http://localhost:${options.ports.backend}`;
  const url = `http://localhost:${options.ports.frontend}`;
  try {
    await Promise.all([
      ready(
        backstage,
        'The backend',
        `${backendUrl}/.backstage/health/v1/readiness`,
      ),
      ready(backstage, 'The frontend', url),
    ]);
  } catch (error) {
    await Promise.all([backstage.stop(), provider.stop()]);
    throw error;
  }
  return {
    url,
    backendUrl,
    backstage,
    get provider() {
      return provider;
    },
    async startProvider() {
      provider = await startProvider(options);
    },
    async stop() {
      await Promise.all([backstage.stop(), provider.stop()]);
    },
  };
}
