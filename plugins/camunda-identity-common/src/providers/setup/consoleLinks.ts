/** Addresses of products' own pages, of the place that an issuer belongs to; none where that cannot be told. */
type Link = (issuer: URL) => string | undefined;

/** What stands before a part of the path, without a slash at its end: a product may lie below one of its host's. */
function before({ origin, pathname }: URL, part: string): string {
  const at = pathname.lastIndexOf(part);
  const path = at < 0 ? pathname : pathname.slice(0, at);
  return origin + (path.endsWith('/') ? path.slice(0, -1) : path);
}

/** Regions of China and of the US government have consoles of their own. */
function awsConsole(hostname: string, region: string): string {
  if (hostname.endsWith('.cn')) return 'console.amazonaws.cn';
  return region.startsWith('us-gov-')
    ? 'console.amazonaws-us-gov.com'
    : 'console.aws.amazon.com';
}

export const cognitoPool: Link = ({ hostname, pathname }) => {
  const [, region] = hostname.split('.');
  return `https://${region}.${awsConsole(
    hostname,
    region,
  )}/cognito/v2/idp/user-pools${pathname}`;
};

/** `https://auth.pingone.eu/<environment>/as`; PingFederate’s console has a host and a port of its own. */
export const pingConsole: Link = ({ hostname, pathname }) => {
  const domain = /^auth\.(pingone\.[a-z.]+)$/.exec(hostname)?.[1];
  const [, environment] = pathname.split('/');
  return domain && `https://console.${domain}/?env=${environment}`;
};

export const zitadelProjects: Link = ({ origin }) =>
  `${origin}/ui/console/projects`;

export const authentikApplications: Link = issuer =>
  `${before(issuer, '/application/o/')}/if/admin/#/core/applications`;

/** Nobody administers gitlab.com: applications are a person’s there, or a group’s. */
export const gitlabApplications: Link = issuer =>
  issuer.hostname === 'gitlab.com'
    ? 'https://gitlab.com/-/user_settings/applications'
    : `${issuer.href.replace(/\/$/, '')}/admin/applications`;

export const oneloginApps: Link = ({ origin }) => `${origin}/admin2/apps`;

export const googleClients: Link = () =>
  'https://console.cloud.google.com/auth/clients';

/** `<tenant>.<region>.auth0.com`; the oldest region is not in the name, and an own domain does not say the tenant. */
export const auth0Applications: Link = ({ hostname }) => {
  const tenant = /^([^.]+)\.(?:([^.]+)\.)?auth0\.com$/.exec(hostname);
  return tenant
    ? `https://manage.auth0.com/dashboard/${tenant[2] ?? 'us'}/${
        tenant[1]
      }/applications`
    : 'https://manage.auth0.com/#/applications';
};

/** The organisation behind one of Okta’s own hosts; an own domain does not say it. */
export function oktaOrganisation(
  issuer: string,
): { name: string; base: string } | undefined {
  const [, name, base] =
    /^([^.]+)\.((?:okta(?:-emea|-gov)?|oktapreview)\.com)$/.exec(
      new URL(issuer).hostname,
    ) ?? [];
  return name === undefined ? undefined : { name, base };
}
