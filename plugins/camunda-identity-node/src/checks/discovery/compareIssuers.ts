import { withoutTrailingSlash } from 'backstage-plugin-camunda-identity-common';

/**
 * How two issuers compare: `identical` to the character; `similar`, where only a slash at the end, case or a
 * default port differ; `different`.
 *
 * @public
 */
export type IssuerMatch = 'identical' | 'similar' | 'different';

function normal(text: string): string {
  // The parser lowers the host and drops a default port.
  return URL.canParse(text)
    ? withoutTrailingSlash(new URL(text).href).toLowerCase()
    : text;
}

/** RFC 8414 section 3.3 accepts only identical issuers; people cannot always see the difference. */
export function compareIssuers(
  configured: string,
  actual: string,
): IssuerMatch {
  if (configured === actual) return 'identical';
  return normal(configured) === normal(actual) ? 'similar' : 'different';
}
