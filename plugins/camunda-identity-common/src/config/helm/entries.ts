import type { SecretPlace } from '../secretPlace';

/**
 * A key of a values file.
 *
 * `page` keys stand in the documentation page's block; `chart` keys are what the chart of that version
 * needs beyond the page for OIDC to take effect.
 */
export interface HelmEntry {
  path: readonly string[];
  value: string | boolean | readonly NameValue[] | readonly string[];
  origin: 'page' | 'chart';
  comment?: string;
  /** The chart prints this value without quotes: it must survive a second reading. */
  printedUnquoted?: boolean;
}

/** An entry of a chart's `env` list. */
export interface NameValue {
  name: string;
  value: string;
}

/** Where in the values file a component's keys stand. */
export const AUTH = ['global', 'identity', 'auth'] as const;

/**
 * Secret reference of charts 8.5 to 8.7: a map, since a string there is the secret itself
 * (chart 8.7 templates/camunda/_helpers.tpl).
 */
export function existingSecret(
  section: string,
  place: SecretPlace,
  origin: HelmEntry['origin'],
): { secret: HelmEntry; key: HelmEntry } {
  const { name, key } = place.kubernetesSecret;
  return {
    secret: {
      path: [...AUTH, section, 'existingSecret', 'name'],
      value: name,
      origin,
    },
    key: {
      path: [...AUTH, section, 'existingSecretKey'],
      value: key,
      origin: 'chart',
    },
  };
}
