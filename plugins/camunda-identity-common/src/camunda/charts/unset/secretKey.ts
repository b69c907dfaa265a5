import type { UnsetRule } from '../../properties/UnsetRule';
import { on } from './conditions';

/** Up to 8.7 the chart assumes a key of the Secret if none is named. */
export function secretKey(
  section: string,
  versions: string,
  container: string,
  name: string,
): UnsetRule {
  return {
    versions,
    container,
    key: `${section}.existingSecretKey`,
    when: on(
      name,
      settings =>
        settings.chart(`${section}.existingSecret.name`) !== undefined,
    ),
    symptom: 'the container does not start where the Secret has no such key',
    cause: `the key "${name}-secret" of the Secret stands`,
    line: `${section}.existingSecretKey: <key>`,
    result: 'info',
  };
}
