/**
 * A row of the page's table "Supported and unsupported OIDC features".
 *
 * @public
 */
export interface OidcFeature {
  code: string;
  title: string;
  description: string;
  available: boolean;
  remark?: string;
}

/** @public */
export const OIDC_FEATURES: readonly OidcFeature[] = [
  {
    code: 'single-sign-on',
    title: 'Single sign-on (SSO)',
    description:
      'People sign in at the provider once and move between the components. Zeebe, Operate, Tasklist, Optimize, Identity and Connectors use a JWT of the provider; Web Modeler and Console use PKCE towards Camunda’s Identity service.',
    available: true,
  },
  {
    code: 'authorization-code-with-pkce',
    title: 'Authorization code flow with PKCE',
    description:
      'Sign-in with the authorization code flow and a proof key. Web Modeler and Console use PKCE, but towards Camunda’s Identity service and not directly with the provider.',
    available: false,
  },
  {
    code: 'id-token-handling',
    title: 'ID token handling',
    description:
      'The ID token is validated after sign-in and the identity of the person is read from it.',
    available: true,
  },
  {
    code: 'access-token-management',
    title: 'Access token management',
    description:
      'Access tokens that the provider issued give access to protected APIs.',
    available: true,
  },
  {
    code: 'session-management',
    title: 'Session management',
    description:
      'People stay signed in across sessions and components, or are signed in again without asking.',
    available: true,
  },
  {
    code: 'rp-initiated-logout',
    title: 'Logout (RP-initiated)',
    description:
      'A logout in a component tells the provider to sign the person out everywhere.',
    available: true,
    remark:
      'Listed as available on this page; the pages of 8.6 and from 8.8 on list it as unavailable.',
  },
  {
    code: 'role-and-group-synchronization',
    title: 'Role and group synchronization',
    description: 'Roles and permissions come from the provider.',
    available: false,
  },
  {
    code: 'user-profile-management',
    title: 'User profile management',
    description: 'Details of a person are fetched from the UserInfo endpoint.',
    available: false,
  },
];
