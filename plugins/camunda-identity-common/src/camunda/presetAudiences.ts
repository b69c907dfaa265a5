import type { ClientKey } from './types';

/**
 * APIs as Management Identity knows them in its Docker image, up to 8.7: it looks permissions up by audience, so
 * with another one nobody has a permission (camunda-docs issue 4662). The chart writes presets of its own.
 */
export const PRESET_AUDIENCES: ReadonlyArray<{
  client: Extract<ClientKey, 'operate' | 'tasklist' | 'optimize'>;
  audience: string;
  /** Variable of Identity that names another one. */
  variable: string;
}> = [
  {
    client: 'operate',
    audience: 'operate-api',
    variable: 'CAMUNDA_OPERATE_AUDIENCE',
  },
  {
    client: 'tasklist',
    audience: 'tasklist-api',
    variable: 'CAMUNDA_TASKLIST_AUDIENCE',
  },
  {
    client: 'optimize',
    audience: 'optimize-api',
    variable: 'CAMUNDA_OPTIMIZE_AUDIENCE',
  },
];
