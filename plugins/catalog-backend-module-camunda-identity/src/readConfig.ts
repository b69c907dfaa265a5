import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { ConfigReader, type Config } from '@backstage/config';
import {
  entityRefSchema,
  problemsOf,
  readInput,
} from 'backstage-plugin-camunda-identity-common';
import { z } from 'zod';

const PATH = 'catalog.providers.camundaIdentity';

const owned = z.strictObject({ owner: entityRefSchema }).optional();

const schema = z.strictObject({
  // Only the keys; Backstage's own reader validates the values.
  schedule: z
    .strictObject({
      frequency: z.unknown(),
      timeout: z.unknown(),
      initialDelay: z.unknown().optional(),
      scope: z.unknown().optional(),
    })
    .default({
      frequency: { minutes: 5 },
      timeout: { minutes: 2 },
      initialDelay: { seconds: 15 },
    }),
  api: owned,
  templates: owned,
});

/**
 * Reads the module's section of the configuration.
 *
 * @throws Error with one line that names every invalid key
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
  const { schedule, ...owners } = read.data;
  try {
    return {
      ...owners,
      schedule: readSchedulerServiceTaskScheduleDefinitionFromConfig(
        new ConfigReader(schedule as {}),
      ),
    };
  } catch (error) {
    throw new Error(`${PATH}.schedule: ${(error as Error).message}`);
  }
}
