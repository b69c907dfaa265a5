import type { CamundaVersion } from './versions';

const DOCS = 'https://docs.camunda.io/docs';

/** Pages that moved between versions. */
type DocsPage = 'connect' | 'keycloak' | 'secrets' | 'variables';

const OLD_IDENTITY = 'self-managed/identity';
const IDENTITY = 'self-managed/components/management-identity';

function pages(identity: string, secrets: string): Record<DocsPage, string> {
  return {
    connect: `${identity}/configuration/connect-to-an-oidc-provider`,
    keycloak: `${identity}/configuration/connect-to-an-existing-keycloak`,
    variables: `${identity}/miscellaneous/configuration-variables`,
    secrets,
  };
}

const OLD_SECRETS = 'self-managed/setup/install#create-identity-secrets';
const SECRETS = 'self-managed/deployment/helm/configure/secret-management';

const PAGES: Record<CamundaVersion, Record<DocsPage, string>> = {
  '8.5': {
    ...pages('self-managed/setup/guides', OLD_SECRETS),
    connect: 'self-managed/setup/guides/connect-to-an-oidc-provider',
    keycloak: 'self-managed/setup/guides/connect-to-an-existing-keycloak',
    variables: 'self-managed/identity/deployment/configuration-variables',
  },
  '8.6': pages(OLD_IDENTITY, OLD_SECRETS),
  '8.7': pages(OLD_IDENTITY, OLD_SECRETS),
  '8.8': pages(IDENTITY, SECRETS),
  '8.9': pages(IDENTITY, SECRETS),
  '8.10': pages(IDENTITY, SECRETS),
};

/**
 * Address of one of Camunda's pages for a version.
 *
 * @public
 */
export function docsUrl(page: DocsPage, version: CamundaVersion): string {
  // 8.10 is unreleased: its pages stand under "next".
  const prefix = version === '8.10' ? 'next' : version;
  return `${DOCS}/${prefix}/${PAGES[version][page]}`;
}

/**
 * Address of Camunda's own page for a version.
 *
 * @public
 */
export function connectPageUrl(
  version: CamundaVersion,
  anchor?: string,
): string {
  return `${docsUrl('connect', version)}${anchor ? `#${anchor}` : ''}`;
}
