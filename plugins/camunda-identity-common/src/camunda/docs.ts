import type { CamundaVersion } from './versions';

const DOCS = 'https://docs.camunda.io/docs';

/** Paths of the page "Connect Management Identity to an identity provider"; it moved between versions. */
const CONNECT_PAGES: Record<CamundaVersion, string> = {
  '8.5': 'self-managed/setup/guides/connect-to-an-oidc-provider',
  '8.6': 'self-managed/identity/configuration/connect-to-an-oidc-provider',
  '8.7': 'self-managed/identity/configuration/connect-to-an-oidc-provider',
  '8.8':
    'self-managed/components/management-identity/configuration/connect-to-an-oidc-provider',
  '8.9':
    'self-managed/components/management-identity/configuration/connect-to-an-oidc-provider',
  '8.10':
    'self-managed/components/management-identity/configuration/connect-to-an-oidc-provider',
};

/**
 * Address of Camunda's own page for a version.
 *
 * @public
 */
export function connectPageUrl(
  version: CamundaVersion,
  anchor?: string,
): string {
  // 8.10 is unreleased: its pages stand under "next".
  const prefix = version === '8.10' ? 'next' : version;
  return `${DOCS}/${prefix}/${CONNECT_PAGES[version]}${
    anchor ? `#${anchor}` : ''
  }`;
}
