import { version } from '../../package.json';

/**
 * The User-Agent, which names product and portal in a provider's log.
 *
 * @param portal - address or name of the portal
 */
export function userAgentOf(portal: string | undefined): string {
  const product = `backstage-camunda-identity/${version}`;
  // A comment of RFC 9110 section 10.1.5; nothing in it may close it or start a new header.
  const comment = portal?.replace(/[^\x20-\x7e]|[()\\]/g, '').trim();
  return comment ? `${product} (${comment.slice(0, 200)})` : product;
}
