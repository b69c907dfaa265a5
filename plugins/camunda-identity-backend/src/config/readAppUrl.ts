import type { Config } from '@backstage/config';
import { PLUGIN_ID } from 'backstage-plugin-camunda-identity-common';

/**
 * Where the app has the pages of this plugin, without a slash at its end. An installation without an app of
 * its own shows none of them, and the path alone is what is left.
 */
export function readAppUrl(root: Config): string {
  const base = root.getOptionalString('app.baseUrl') ?? '';
  const end = base.endsWith('/') ? -1 : undefined;
  return `${base.slice(0, end)}/${PLUGIN_ID}`;
}
