import type { SecretPlace } from '../secretPlace';

/** What stands behind a key. */
export type HelmValue =
  | string
  | boolean
  | readonly HelmValue[]
  | { readonly [key: string]: HelmValue };

/**
 * A key of a values file.
 *
 * `page` keys stand in the documentation page's block; `chart` keys are what the chart of that version
 * needs beyond the page for OIDC to take effect.
 */
export interface HelmEntry {
  path: readonly string[];
  value: HelmValue;
  origin: 'page' | 'chart';
  comment?: string;
  /** The chart prints this value without quotes: it must survive a second reading. */
  printedUnquoted?: boolean;
  /** Says again what another key says: a reader goes by that one. */
  repeated?: true;
}

/** Where in the values file a component's keys stand. */
export const AUTH = ['global', 'identity', 'auth'] as const;

/** A variable of a chart's `env` list, with why it is there. */
export interface HelmVariable {
  name: string;
  value: string | SecretPlace;
  comment?: string;
}

/** The entry of a component's `env` list; none where there are no variables. */
export function envList(
  component: string,
  variables: readonly HelmVariable[],
): HelmEntry[] {
  if (variables.length === 0) return [];
  const comments = variables.flatMap(({ comment }) => comment ?? []);
  return [
    {
      path: [component, 'env'],
      value: variables.map(
        ({ name, value }): HelmValue =>
          typeof value === 'string'
            ? { name, value }
            : { name, valueFrom: { secretKeyRef: value.kubernetesSecret } },
      ),
      origin: 'chart',
      comment: comments.length ? [...new Set(comments)].join('\n') : undefined,
    },
  ];
}

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
