import type { Config } from '@backstage/config';
import { PLUGIN_ID } from 'backstage-plugin-camunda-identity-common';

/**
 * URL of this plugin's pages in the app, without a trailing slash. An installation without an app has none of
 * them; only the path is returned then.
 */
export function readAppUrl(root: Config): string {
  const base = root.getOptionalString('app.baseUrl') ?? '';
  const end = base.endsWith('/') ? -1 : undefined;
  return `${base.slice(0, end)}/${PLUGIN_ID}`;
}
