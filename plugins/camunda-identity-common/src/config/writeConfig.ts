import type { ProviderContext } from '../providers';
import { writeEnv } from './env';
import { writeHelm } from './helm';
import { writeKubernetesSecrets } from './kubernetesSecret';
import type { ConfigInput, ConfigOptions, ConfigOutput } from './types';
import { ConfigValues } from './values';

/**
 * Thrown for a form that a version does not have; the message is for people.
 *
 * @public
 */
export class UnsupportedConfigError extends Error {
  name = 'UnsupportedConfigError';
}

/**
 * Writes a record as configuration. Pure and deterministic: the same record gives the same bytes.
 *
 * @throws UnsupportedConfigError for a component that the record does not have, or a form that its
 * version does not have
 * @public
 */
export function writeConfig(
  input: ConfigInput,
  providers: ProviderContext,
  options: ConfigOptions,
): ConfigOutput {
  const values = new ConfigValues(input, providers);
  const component = options.component ?? 'all';
  if (component !== 'all' && !values.has(component))
    throw new UnsupportedConfigError(
      `component: the record has no client "${component}"`,
    );
  const version = input.camundaVersion;
  switch (options.format) {
    case 'env': {
      const style = options.style ?? 'dotenv';
      return {
        ...writeEnv(values, version, style, component),
        findings: values.findings,
      };
    }
    case 'helm': {
      const file = writeHelm(values, version, component);
      return { files: [file], combined: file, findings: values.findings };
    }
    case 'kubernetes-secret': {
      const file = writeKubernetesSecrets(values, version, component);
      return { files: [file], combined: file, findings: values.findings };
    }
    default:
      throw new UnsupportedConfigError(
        `format: application-yaml is documented from Camunda 8.8 on; for ${version} use env or helm`,
      );
  }
}
