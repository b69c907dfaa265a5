import { hasOrchestrationCluster, hasHub } from './traits';
import { CAMUNDA_VERSIONS, type CamundaVersion } from './versions';

/**
 * A row of the page's table "Supported and unsupported OIDC features". With a provider of one's own not all
 * features of authentication and authorization are available: that is what the table is for.
 *
 * @public
 */
export interface OidcFeature {
  code: string;
  title: string;
  description: string;
  /** Versions in which it works. */
  availableIn: readonly CamundaVersion[];
  remark?: string;
}

interface FeatureFacts extends Omit<OidcFeature, 'description'> {
  /** What it is; the names of the components are those of the version. */
  describe(version: CamundaVersion): string;
}

/** Who signs in with tokens of the provider, and who through Camunda's Identity service. */
function parties(version: CamundaVersion): { direct: string; through: string } {
  if (hasHub(version))
    return {
      direct:
        'The Orchestration Cluster, Optimize, Management Identity and Connectors',
      through: 'Camunda Hub uses',
    };
  return {
    direct: hasOrchestrationCluster(version)
      ? 'The Orchestration Cluster, Optimize, Management Identity and Connectors'
      : 'Zeebe, Operate, Tasklist, Optimize, Identity and Connectors',
    through: 'Web Modeler and Console use',
  };
}

const FEATURES: readonly FeatureFacts[] = [
  {
    code: 'single-sign-on',
    title: 'Single sign-on (SSO)',
    describe: version => {
      const { direct, through } = parties(version);
      return `People sign in at the provider once and move between the components. ${direct} use a JWT of the provider; ${through} PKCE towards Camunda’s Identity service.`;
    },
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'authorization-code-with-pkce',
    title: 'Authorization code flow with PKCE',
    describe: version =>
      `Sign-in with the authorization code flow and a proof key. ${
        parties(version).through
      } PKCE, but towards Camunda’s Identity service and not directly with the provider.`,
    availableIn: [],
  },
  {
    code: 'id-token-handling',
    title: 'ID token handling',
    describe: () =>
      'The ID token is validated after sign-in and the identity of the person is read from it.',
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'access-token-management',
    title: 'Access token management',
    describe: () =>
      'Access tokens that the provider issued give access to protected APIs.',
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'session-management',
    title: 'Session management',
    describe: () =>
      'People stay signed in across sessions and components, or are signed in again without asking.',
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'rp-initiated-logout',
    title: 'Logout (RP-initiated)',
    describe: () =>
      'A logout in a component tells the provider to sign the person out everywhere.',
    availableIn: [],
    remark:
      'Management Identity, and what signs in through it, does not. From 8.9 on the Orchestration Cluster does.',
  },
  {
    code: 'role-and-group-synchronization',
    title: 'Role and group synchronization',
    describe: () => 'Roles and permissions come from the provider.',
    availableIn: [],
  },
  {
    code: 'user-profile-management',
    title: 'User profile management',
    describe: () =>
      'Details of a person are fetched from the UserInfo endpoint.',
    availableIn: [],
  },
];

/**
 * The table as it is for a version.
 *
 * @public
 */
export function oidcFeatures(version: CamundaVersion): OidcFeature[] {
  return FEATURES.map(({ describe, ...feature }) => ({
    ...feature,
    description: describe(version),
  }));
}
