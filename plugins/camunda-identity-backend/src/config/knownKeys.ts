import type { Config } from '@backstage/config';

/** Keys of a section; `true` for a value, or for what is read by a schema of its own. */
export interface Keys {
  [key: string]: true | Keys | ListOf | MapOf;
}

/** A list of sections. */
export class ListOf {
  constructor(readonly item: Keys) {}
}

/** A section whose keys are names, each with a section. */
export class MapOf {
  constructor(readonly item: Keys) {}
}

/**
 * Every key under `camundaIdentity`, of this and of the other packages. A new key needs a line here, one in
 * `config.d.ts`, and the code that reads it.
 */
export const KNOWN: Keys = {
  admins: true,
  serviceAccess: new ListOf({ subject: true, actions: true }),
  authorization: { ownershipFloor: true },
  secrets: { keys: new ListOf({ id: true, value: true }) },
  http: {
    allowedHosts: true,
    allowedNetworks: true,
    allowPlainHttp: true,
    caFiles: true,
    maxPerHost: true,
    requestTimeoutMs: true,
    runTimeoutMs: true,
  },
  microsoft: { clouds: new MapOf({ title: true, loginBaseUrl: true }) },
  checks: {
    every: true,
    minEvery: true,
    onDemandPerMinute: true,
    running: true,
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
  // Of each preset, createPresetsSchema knows the keys.
  presets: true,
};

function assertSection(value: unknown, path: string) {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Error(`${path}: expected a section with keys of its own`);
  return Object.entries(value).filter(([, inner]) => inner !== undefined);
}

function refuseUnknown(value: unknown, known: Keys[string], path: string) {
  if (known === true) return;
  if (known instanceof ListOf) {
    if (!Array.isArray(value)) throw new Error(`${path}: expected a list`);
    value.forEach((item, n) =>
      refuseUnknown(item, known.item, `${path}[${n}]`),
    );
    return;
  }
  for (const [key, inner] of assertSection(value, path)) {
    const here = `${path}.${key}`;
    if (known instanceof MapOf) {
      refuseUnknown(inner, known.item, here);
      continue;
    }
    if (!Object.hasOwn(known, key))
      throw new Error(
        `${here}: unknown key; ${path} has ${Object.keys(known).join(', ')}`,
      );
    refuseUnknown(inner, known[key], here);
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
