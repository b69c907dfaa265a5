import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  entityRefSchema,
  problemsOf,
  readInput,
} from 'backstage-plugin-camunda-identity-common';
import { z } from 'zod';

const PATH = 'catalog.providers.camundaIdentity';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 2 },
  initialDelay: { seconds: 15 },
};

const owned = z.strictObject({ owner: entityRefSchema }).optional();

const schema = z.strictObject({
  // Backstage's own reader reads the values.
  schedule: z
    .strictObject({
      frequency: z.unknown(),
      timeout: z.unknown(),
      initialDelay: z.unknown().optional(),
      scope: z.unknown().optional(),
    })
    .optional(),
  api: owned,
  templates: owned,
});

/**
 * @throws Error with one line that names every key whose value cannot be
 */
export function readConfig(root: Config) {
  const read = readInput(schema, root.getOptional(PATH) ?? {});
  if (!read.success)
    throw new Error(
      problemsOf(read.error)
        .map(
          ({ path, message }) =>
            `${[PATH, path].filter(Boolean).join('.')}: ${message}`,
        )
        .join('; '),
    );
  const { schedule, ...rest } = read.data;
  if (!schedule) return { ...rest, schedule: DEFAULT_SCHEDULE };
  try {
    return {
      ...rest,
      schedule: readSchedulerServiceTaskScheduleDefinitionFromConfig(
        root.getConfig(`${PATH}.schedule`),
      ),
    };
  } catch (error) {
    throw new Error(`${PATH}.schedule: ${(error as Error).message}`);
  }
}
