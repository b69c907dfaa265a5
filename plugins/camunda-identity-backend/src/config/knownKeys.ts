import type { Config } from '@backstage/config';

/** Keys of a section; `true` for a value, or for a section whose keys are free. */
interface Keys {
  [key: string]: true | Keys;
}

/**
 * Every key under `camundaIdentity`, of this and of the other packages. A new key needs a line here, one in
 * `config.d.ts`, and the code that reads it.
 */
const KNOWN: Keys = {
  admins: true,
  serviceAccess: true,
  authorization: { ownershipFloor: true },
  secrets: { keys: true },
  http: {
    allowedHosts: true,
    allowedNetworks: true,
    allowPlainHttp: true,
    caFiles: true,
    maxPerHost: true,
    requestTimeoutMs: true,
    runTimeoutMs: true,
  },
  microsoft: { clouds: true },
  checks: {
    every: true,
    minEvery: true,
    onDemandPerMinute: true,
    retryAfter: true,
  },
  schedule: {
    enabled: true,
    frequency: true,
    timeout: true,
    concurrency: true,
  },
  retention: { maxAge: true, maxReports: true },
  notifications: true,
  presets: true,
};

function refuseUnknown(value: unknown, known: Keys, path: string) {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Error(`${path}: expected a section with keys of its own`);
  for (const [key, inner] of Object.entries(value)) {
    const here = `${path}.${key}`;
    const keys = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!keys)
      throw new Error(
        `${here}: unknown key; ${path} has ${Object.keys(known).join(', ')}`,
      );
    if (keys !== true && inner !== undefined) refuseUnknown(inner, keys, here);
  }
}

/**
 * A key that nobody reads is a mistake, most often a setting that its author believes to be in force.
 *
 * @throws Error with one line that names the key
 */
export function assertKnownKeys(root: Config) {
  const value = root.getOptional('camundaIdentity');
  if (value !== undefined) refuseUnknown(value, KNOWN, 'camundaIdentity');
}
