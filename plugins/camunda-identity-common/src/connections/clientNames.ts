import type { ClientKey } from '../camunda';

/**
 * A client's key in words with hyphens: `webModeler.api` gives `web-modeler-api`.
 *
 * @public
 */
export function clientSlug(client: ClientKey): string {
  return client
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]/g, '-')
    .toLowerCase();
}

/**
 * The environment variable that a client's secret is expected in: `webModeler.api` gives
 * `WEB_MODELER_API_CLIENT_SECRET`.
 *
 * @public
 */
export function secretVariable(client: ClientKey): string {
  return `${clientSlug(client)
    .split('-')
    .join('_')
    .toUpperCase()}_CLIENT_SECRET`;
}
