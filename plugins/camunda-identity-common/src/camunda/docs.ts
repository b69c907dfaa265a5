import { isLater, type CamundaVersion } from './versions';

const DOCS = 'https://docs.camunda.io/docs';

/**
 * The version whose pages stand without one in their address; `/docs/<this version>/` is redirected there, and
 * `/docs/next/` is the one after it.
 *
 * @public
 */
export const CURRENT_DOCS_VERSION: CamundaVersion = '8.10';

/**
 * Pages that moved between versions. `cluster`: how the Orchestration Cluster is connected; up to 8.7, which has
 * none, the page about the management components.
 *
 * @public
 */
export type DocsPage =
  | 'connect'
  | 'keycloak'
  | 'secrets'
  | 'variables'
  | 'cluster';

const OLD_IDENTITY = 'self-managed/identity';
const IDENTITY = 'self-managed/components/management-identity';

function pages(
  identity: string,
  secrets: string,
  cluster?: string,
): Record<DocsPage, string> {
  const connect = `${identity}/configuration/connect-to-an-oidc-provider`;
  return {
    cluster: cluster
      ? `self-managed/components/orchestration-cluster/${cluster}/connect-external-identity-provider`
      : connect,
    connect,
    keycloak: `${identity}/configuration/connect-to-an-existing-keycloak`,
    variables: `${identity}/miscellaneous/configuration-variables`,
    secrets,
  };
}

const OLD_SECRETS = 'self-managed/setup/install#create-identity-secrets';
const SECRETS = 'self-managed/deployment/helm/configure/secret-management';

/** From which version on the pages stand where; the last entry holds for all later versions. */
const PAGES: ReadonlyArray<
  readonly [CamundaVersion, Record<DocsPage, string>]
> = [
  [
    '8.5',
    {
      ...pages('self-managed/setup/guides', OLD_SECRETS),
      connect: 'self-managed/setup/guides/connect-to-an-oidc-provider',
      cluster: 'self-managed/setup/guides/connect-to-an-oidc-provider',
      keycloak: 'self-managed/setup/guides/connect-to-an-existing-keycloak',
      variables: 'self-managed/identity/deployment/configuration-variables',
    },
  ],
  ['8.6', pages(OLD_IDENTITY, OLD_SECRETS)],
  ['8.8', pages(IDENTITY, SECRETS, 'identity')],
  ['8.9', pages(IDENTITY, SECRETS, 'admin')],
];

function pagesOf(version: CamundaVersion): Record<DocsPage, string> {
  return PAGES.findLast(([from]) => !isLater(from, version))![1];
}

/** Where a version's pages stand: under its number, and under `next` as long as it is not released. */
function prefixOf(version: CamundaVersion): string {
  if (version === CURRENT_DOCS_VERSION) return '';
  return isLater(version, CURRENT_DOCS_VERSION) ? '/next' : `/${version}`;
}

/**
 * Address of one of Camunda's pages for a version.
 *
 * @public
 */
export function docsUrl(page: DocsPage, version: CamundaVersion): string {
  return `${DOCS}${prefixOf(version)}/${pagesOf(version)[page]}`;
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
