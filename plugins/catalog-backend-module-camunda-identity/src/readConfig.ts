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
  [PATH]: ['schedule', 'api', 'templates'],
  [`${PATH}.schedule`]: ['frequency', 'timeout', 'initialDelay', 'scope'],
  [`${PATH}.api`]: ['owner'],
  [`${PATH}.templates`]: ['owner'],
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

/** The owner in a section that is optional as a whole. */
function readOwner(root: Config, section: string): string | undefined {
  const path = `${PATH}.${section}`;
  if (!root.has(path)) return undefined;
  const owner = root.getOptionalString(`${path}.owner`);
  if (owner === undefined) throw new Error(`${path}.owner: is missing`);
  const parsed = entityRefSchema.safeParse(owner);
  if (!parsed.success)
    throw new Error(
      `${path}.owner: ${parsed.error.issues[0].message}, not "${owner}"`,
    );
  return parsed.data;
}

function readApi(root: Config) {
  const owner = readOwner(root, 'api');
  if (owner === undefined) return undefined;
  const own = root.getOptionalConfig('camundaIdentity.microsoft.clouds');
  return {
    owner,
    clouds: [...Object.keys(MICROSOFT_CLOUDS), ...(own?.keys() ?? [])],
  };
}

/**
 * @throws Error with one line that names the key, for a value that cannot be
 */
export function readConfig(root: Config) {
  refuseUnknown(root);
  const owner = readOwner(root, 'templates');
  return {
    schedule: readSchedule(root),
    api: readApi(root),
    templates: owner === undefined ? undefined : { owner },
  };
}
