import type { Config } from '@backstage/config';
import {
  DEFAULT_LIMITS,
  DEFAULT_RUN_TIMEOUT_MS,
  type GuardedHttpOptions,
} from 'backstage-plugin-camunda-identity-node';
import { assertReach } from './assertReach';
import { wholeNumber } from './bounded';

/** How providers are asked. */
export interface HttpConfig {
  http: GuardedHttpOptions;
  /** For all checks of a run. */
  runTimeoutMs: number;
  /** The installation allows plain http or private providers by name. */
  insecureAllowed: boolean;
}

const TIMEOUT = { min: 50, max: 600_000 };

/**
 * @param root - all of app-config
 * @throws Error with one line that names the key, for a value that cannot be
 */
export function readHttpConfig(root: Config): HttpConfig {
  const config = root.getOptionalConfig('camundaIdentity');
  const strings = (key: string) =>
    config?.getOptionalStringArray(`http.${key}`);
  const allowPlainHttp =
    config?.getOptionalBoolean('http.allowPlainHttp') ?? false;
  const allowedHosts = strings('allowedHosts') ?? [];
  if (allowPlainHttp && allowedHosts.length === 0)
    throw new Error(
      'camundaIdentity.http.allowPlainHttp has no effect without camundaIdentity.http.allowedHosts',
    );
  const reach = {
    allowedHosts,
    allowedNetworks: strings('allowedNetworks'),
    caFiles: strings('caFiles'),
  };
  assertReach(reach);
  const requestTimeoutMs = wholeNumber(config, 'http.requestTimeoutMs', {
    default: DEFAULT_LIMITS.requestTimeoutMs,
    ...TIMEOUT,
  });
  const runTimeoutMs = wholeNumber(config, 'http.runTimeoutMs', {
    default: DEFAULT_RUN_TIMEOUT_MS,
    ...TIMEOUT,
  });
  if (runTimeoutMs < requestTimeoutMs)
    throw new Error(
      `camundaIdentity.http.runTimeoutMs (${runTimeoutMs}) is shorter than camundaIdentity.http.requestTimeoutMs (${requestTimeoutMs})`,
    );
  return {
    http: {
      ...reach,
      allowPlainHttp,
      requestTimeoutMs,
      maxPerHost: wholeNumber(config, 'http.maxPerHost', {
        default: DEFAULT_LIMITS.maxPerHost,
        min: 1,
        max: 100,
      }),
      portal:
        root.getOptionalString('app.baseUrl') ??
        root.getOptionalString('organization.name'),
    },
    runTimeoutMs,
    insecureAllowed: allowPlainHttp,
  };
}
