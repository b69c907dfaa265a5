import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  cloudsSchema,
  MICROSOFT_CLOUDS,
  problemsOf,
  readInput,
  type MicrosoftCloud,
} from 'backstage-plugin-camunda-identity-common';

const PATH = 'camundaIdentity.microsoft.clouds';

/**
 * Microsoft's clouds and those that the installation adds, by the name that records use.
 *
 * @throws Error with one line that names the key, for an invalid cloud
 */
export function readClouds(
  config: Pick<RootConfigService, 'getOptional'>,
): Record<string, MicrosoftCloud> {
  const own = readInput(cloudsSchema, config.getOptional(PATH) ?? {});
  if (own.success) return { ...MICROSOFT_CLOUDS, ...own.data };
  const [{ path, message }] = problemsOf(own.error);
  throw new Error(`${[PATH, path].filter(Boolean).join('.')}: ${message}`);
}
