import type { Config } from '@backstage/config';
import {
  createPresetsSchema,
  problemsOf,
  readInput,
  type ProviderContext,
  type ProviderPreset,
} from 'backstage-plugin-camunda-identity-common';

const PATH = 'camundaIdentity.presets';

/**
 * The providers that teams may choose from.
 *
 * @param config - `camundaIdentity`
 * @throws Error with one line that names what is wrong first
 */
export function readPresets(
  config: Config | undefined,
  { clouds }: ProviderContext,
): ProviderPreset[] {
  const presets = readInput(
    createPresetsSchema(Object.keys(clouds)),
    config?.getOptional('presets') ?? [],
  );
  if (presets.success) return presets.data;
  const [{ path, message }] = problemsOf(presets.error);
  // Places in lists as everywhere in Backstage's configuration: presets[0].name.
  const key = `.${path}`.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
  throw new Error(`${path ? `${PATH}${key}` : PATH}: ${message}`);
}
