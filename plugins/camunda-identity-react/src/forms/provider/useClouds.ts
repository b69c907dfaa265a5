import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { MICROSOFT_CLOUDS } from 'backstage-plugin-camunda-identity-common/schema';

/**
 * Microsoft clouds of the product and of this installation, by name.
 *
 * @public
 */
export function readClouds(config: {
  getOptional<T = unknown>(key?: string): T | undefined;
}): Record<string, { title: string }> {
  const own = config.getOptional<Record<string, { title: string }>>(
    'camundaIdentity.microsoft.clouds',
  );
  return { ...MICROSOFT_CLOUDS, ...own };
}

/** @public */
export function useClouds() {
  return readClouds(useApi(configApiRef));
}
