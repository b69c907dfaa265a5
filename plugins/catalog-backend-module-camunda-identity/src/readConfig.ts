import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  entityRefSchema,
  MICROSOFT_CLOUDS,
} from 'backstage-plugin-camunda-identity-common';

const PATH = 'catalog.providers.camundaIdentity';

const DEFAULT_SCHEDULE = {
  frequency: { minutes: 5 },
  timeout: { minutes: 2 },
  initialDelay: { seconds: 15 },
};

/** Keys of a section; a key that nobody reads is a mistake. */
const KEYS: Record<string, readonly string[]> = {
  [PATH]: ['schedule', 'api'],
  [`${PATH}.schedule`]: ['frequency', 'timeout', 'initialDelay', 'scope'],
  [`${PATH}.api`]: ['owner'],
};

function refuseUnknown(root: Config) {
  for (const [path, known] of Object.entries(KEYS))
    for (const key of root.getOptionalConfig(path)?.keys() ?? [])
      if (!known.includes(key))
        throw new Error(
          `${path}.${key}: unknown key; ${path} has ${known.join(', ')}`,
        );
}

function readSchedule(root: Config): SchedulerServiceTaskScheduleDefinition {
  const config = root.getOptionalConfig(`${PATH}.schedule`);
  if (!config) return DEFAULT_SCHEDULE;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  } catch (error) {
    throw new Error(`${PATH}.schedule: ${(error as Error).message}`);
  }
}

function readApi(root: Config) {
  const owner = root.getOptionalString(`${PATH}.api.owner`);
  if (owner === undefined) {
    if (root.has(`${PATH}.api`))
      throw new Error(`${PATH}.api.owner: is missing`);
    return undefined;
  }
  const parsed = entityRefSchema.safeParse(owner);
  if (!parsed.success)
    throw new Error(
      `${PATH}.api.owner: ${parsed.error.issues[0].message}, not "${owner}"`,
    );
  const own = root.getOptionalConfig('camundaIdentity.microsoft.clouds');
  return {
    owner: parsed.data,
    clouds: [...Object.keys(MICROSOFT_CLOUDS), ...(own?.keys() ?? [])],
  };
}

/**
 * @throws Error with one line that names the key, for a value that cannot be
 */
export function readConfig(root: Config) {
  refuseUnknown(root);
  return { schedule: readSchedule(root), api: readApi(root) };
}
