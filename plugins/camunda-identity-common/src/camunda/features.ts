import { CAMUNDA_VERSIONS, type CamundaVersion } from './versions';

/**
 * A row of the page's table "Supported and unsupported OIDC features".
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

/** @public */
export const OIDC_FEATURES: readonly OidcFeature[] = [
  {
    code: 'single-sign-on',
    title: 'Single sign-on (SSO)',
    description:
      'People sign in at the provider once and move between the components. Zeebe, Operate, Tasklist, Optimize, Identity and Connectors use a JWT of the provider; Web Modeler and Console use PKCE towards Camunda’s Identity service.',
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'authorization-code-with-pkce',
    title: 'Authorization code flow with PKCE',
    description:
      'Sign-in with the authorization code flow and a proof key. Web Modeler and Console use PKCE, but towards Camunda’s Identity service and not directly with the provider.',
    availableIn: [],
  },
  {
    code: 'id-token-handling',
    title: 'ID token handling',
    description:
      'The ID token is validated after sign-in and the identity of the person is read from it.',
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'access-token-management',
    title: 'Access token management',
    description:
      'Access tokens that the provider issued give access to protected APIs.',
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'session-management',
    title: 'Session management',
    description:
      'People stay signed in across sessions and components, or are signed in again without asking.',
    availableIn: CAMUNDA_VERSIONS,
  },
  {
    code: 'rp-initiated-logout',
    title: 'Logout (RP-initiated)',
    description:
      'A logout in a component tells the provider to sign the person out everywhere.',
    availableIn: ['8.5', '8.7'],
    remark:
      'The pages of Camunda differ: available for 8.7, unavailable for 8.6 and from 8.8 on; that of 8.5 was not read.',
  },
  {
    code: 'role-and-group-synchronization',
    title: 'Role and group synchronization',
    description: 'Roles and permissions come from the provider.',
    availableIn: [],
  },
  {
    code: 'user-profile-management',
    title: 'User profile management',
    description: 'Details of a person are fetched from the UserInfo endpoint.',
    availableIn: [],
  },
];
