import {
  since,
  until,
  type ClientKey,
  type CamundaVersion,
} from 'backstage-plugin-camunda-identity-common';

/** What is requested from a running component, without credentials, and what its answer can reveal. */
export interface RunningFacts {
  client: ClientKey;
  versions: readonly CamundaVersion[];
  /** Path below the component's address that redirects to the provider. */
  signIn?: string;
  /** People sign in within the browser, which cannot be observed from outside. */
  inBrowser?: boolean;
  /** Path that answers 401 without a token. */
  api?: string;
  /** The API announces with a challenge that it accepts tokens; without one it accepts passwords. */
  challenges?: boolean;
  /** Path that names the issuers that the component trusts (RFC 9728). */
  metadata?: string;
  /** How certain the shape of the answer is: seen in source or logs, or inferred. */
  grade: 'proved' | 'likely';
  source: string;
}

const TO_87 = until('8.7');
const TO_89 = until('8.9');

/** Which request reveals what, by component and version. */
export const RUNNING: readonly RunningFacts[] = [
  {
    client: 'orchestration',
    versions: ['8.8'],
    signIn: '/oauth2/authorization/oidc',
    api: '/v2/topology',
    challenges: true,
    grade: 'proved',
    source: 'camunda OidcWebSecurityConfigTest; Spring Security',
  },
  {
    client: 'orchestration',
    versions: since('8.9'),
    signIn: '/oauth2/authorization/oidc',
    api: '/v2/topology',
    challenges: true,
    metadata: '/.well-known/oauth-protected-resource',
    grade: 'proved',
    source: 'camunda ProtectedResourceMetadataCustomizer; RFC 9728',
  },
  {
    client: 'operate',
    versions: TO_87,
    signIn: '/api/login',
    grade: 'likely',
    source: 'camunda operate IdentityController',
  },
  {
    client: 'tasklist',
    versions: TO_87,
    signIn: '/api/login',
    grade: 'likely',
    source: 'camunda tasklist IdentityController',
  },
  {
    client: 'optimize',
    versions: TO_89,
    signIn: '/',
    grade: 'proved',
    source: 'camunda optimize CCSMSecurityConfigurerAdapter',
  },
  {
    client: 'optimize',
    versions: since('8.10'),
    signIn: '/oauth2/authorization/oidc',
    grade: 'proved',
    source: 'camunda OptimizeOidcAuthenticationEntryPoint',
  },
  {
    client: 'identity',
    versions: since('8.5'),
    signIn: '/auth/login',
    grade: 'likely',
    source: 'Management Identity, architecture document; chart presets',
  },
  {
    client: 'webModeler.ui',
    versions: TO_89,
    inBrowser: true,
    api: '/api/v1/info',
    grade: 'likely',
    source: 'chart tests (auth0-smoke)',
  },
  {
    client: 'console',
    versions: TO_89,
    inBrowser: true,
    api: '/api/clusters',
    grade: 'likely',
    source: 'chart tests',
  },
  {
    client: 'hub.ui',
    versions: since('8.10'),
    inBrowser: true,
    grade: 'likely',
    source: 'run of a release candidate: only the redirect to /login is known',
  },
];

/** What is known about a client's running component in a version. */
export function runningFacts(
  client: ClientKey,
  version: CamundaVersion,
): RunningFacts | undefined {
  return RUNNING.find(
    entry => entry.client === client && entry.versions.includes(version),
  );
}
