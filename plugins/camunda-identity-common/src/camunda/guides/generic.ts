import { since } from '../versions';
import type { Guide } from './types';

/**
 * Page, tab "Generic".
 *
 * @public
 */
export const GENERIC_GUIDE: Guide = {
  providerType: 'GENERIC',
  title: 'Connect to an OpenID Connect provider',
  steps: [
    {
      code: 'components',
      title: 'Decide on the components',
      text: 'Besides Management Identity you need an application for each management and modelling component that you run.',
      each: { text: '{title}' },
    },
    {
      code: 'applications',
      title: 'Create an application for each component',
      text: 'Create one application for each of them at {issuer}, and register its redirect URIs.',
      each: { clients: 'redirecting', text: '{title}: {redirectUris}' },
      notices: ['one-application-per-component', 'redirect-uri-allow-list'],
    },
    {
      code: 'post-logout-redirect-uris',
      title: 'Register where a logout comes back to',
      text: 'From 8.9 on the Orchestration Cluster signs people out at the provider and has them sent back. Register the address as a post-logout redirect URI, which is a list of its own.',
      versions: since('8.9'),
      each: {
        clients: 'signing-out',
        text: '{title}: {postLogoutRedirectUris}',
      },
      links: [
        {
          title: 'Connect the Orchestration Cluster',
          url: '{docs:cluster}',
        },
      ],
      notices: ['cluster-logout'],
    },
    {
      code: 'application-types',
      title: 'Choose the type of each application',
      text: 'A confidential client keeps a secret; a public client runs in the browser and has none.',
      each: { text: '{title}: {clientType}, {grantTypes}' },
      notices: ['public-client-corrected'],
    },
    {
      code: 'note-values',
      title: 'Note the values',
      text: 'Of each application: client ID, client secret where it has one, and audience.',
      each: { text: '{title}: client ID {clientId}, audience {audience}' },
      notices: ['audience-in-access-token', 'unique-audiences'],
    },
    {
      code: 'configure',
      title: 'Configure Camunda',
      text: 'Set the environment variables, or the Helm values, of this record’s configuration.',
      notices: [
        'env-or-helm',
        'initial-claim-database-only',
        'initial-claim-two-claims',
        'private-key-jwt',
      ],
    },
    {
      code: 'kubernetes-secret',
      title: 'Keep the secrets in Kubernetes',
      text: 'Store the client secrets in a Kubernetes Secret and refer to it in the Helm values. The written configuration does so, and the form kubernetes-secret is its skeleton.',
      links: [
        {
          title: 'Create Identity secrets',
          url: '{docs:secrets}',
        },
      ],
    },
  ],
  considerations: [
    {
      code: 'scopes',
      title: 'Scopes',
      text: 'At sign-in the components ask for the scopes {scopes}.',
      notices: ['offline-access-optional'],
    },
    {
      code: 'grant-types',
      title: 'Grant types',
      text: 'The provider has to allow each application its grant types.',
      each: { text: '{title}: {grantTypes}' },
    },
    {
      code: 'algorithms',
      title: 'Signatures and client authentication',
      text: 'Have ID tokens signed with {idTokenAlgorithms}, which components take unless they are told otherwise, and access tokens with one of {accessTokenAlgorithms}. Allow each application with a secret or a certificate its way to authenticate at the token endpoint.',
      each: {
        clients: 'confidential',
        text: '{title}: {clientAuthentication}',
      },
    },
    {
      code: 'keycloak',
      title: 'A Keycloak of your own',
      text: 'Keycloak can be connected as what it is instead, which has more of Camunda’s features. Connect it here only as plain OIDC, with the type GENERIC.',
      links: [
        { title: 'Connect to an existing Keycloak', url: '{docs:keycloak}' },
      ],
    },
    {
      code: 'access',
      title: 'Signing in is not access',
      text: 'People and machine clients see only what they have a role or an authorization for.',
      notices: ['access-after-sign-in', 'machine-client-authorization'],
    },
    {
      code: 'alternatives',
      title: 'Other ways',
      text: 'Beyond what this record describes the cluster can be connected in other ways.',
      versions: since('8.8'),
      notices: [
        'private-key-jwt',
        'several-providers',
        'cluster-without-issuer',
        'groups-claim',
        'additional-key-sets',
        'id-token-claims',
        'user-info-other-audience',
      ],
    },
  ],
};
