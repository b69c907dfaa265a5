import { since } from '../versions';
import type { Guide } from './types';

const LEARN = 'https://learn.microsoft.com/en-us/entra/identity-platform';
const ENTRA = 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps';

/** A page of one application in the Entra admin center. */
function blade(name: string): string {
  return `${ENTRA}/ApplicationMenuBlade/~/${name}/appId/{clientId}`;
}

/**
 * Page, tab "Microsoft Entra ID".
 *
 * @public
 */
export const MICROSOFT_GUIDE: Guide = {
  providerType: 'MICROSOFT',
  title: 'Connect to Microsoft Entra ID',
  steps: [
    {
      code: 'components',
      title: 'Decide on the components',
      text: 'Besides Management Identity you need an application for each management and modelling component that you run.',
      each: { text: '{title}' },
    },
    {
      code: 'applications',
      title: 'Register an application for each component',
      text: 'In the Entra admin center, in the directory {tenantId}, register a new application for each of them.',
      each: { text: '{title}' },
      links: [
        {
          title: 'Entra admin center, register an application',
          url: `${ENTRA}/CreateApplicationBlade`,
        },
        {
          title: 'Microsoft: register an application',
          url: `${LEARN}/quickstart-register-app`,
        },
      ],
      notices: ['one-application-per-component'],
    },
    {
      code: 'note-values',
      title: 'Note the client IDs',
      text: 'Each application’s Overview shows its client ID, which is its audience too.',
      each: {
        text: '{title}: {clientId}',
        link: { title: 'Overview', url: blade('Overview') },
      },
    },
    {
      code: 'application-types',
      title: 'Configure the platform',
      text: 'Under Authentication add the platform of each application: Web, or single-page application.',
      each: {
        text: '{title}: {platform}',
        link: { title: 'Authentication', url: blade('Authentication') },
      },
      links: [
        {
          title: 'Microsoft: configure a platform',
          url: 'https://learn.microsoft.com/en-gb/entra/identity-platform/quickstart-register-app#configure-platform-settings',
        },
      ],
      notices: ['public-client-corrected'],
    },
    {
      code: 'redirect-uris',
      title: 'Add the redirect URIs',
      text: 'Enter them exactly as they stand here.',
      each: {
        clients: 'redirecting',
        text: '{title}: {redirectUris}',
        link: { title: 'Authentication', url: blade('Authentication') },
      },
      notices: ['redirect-uri-allow-list'],
    },
    {
      code: 'post-logout-redirect-uris',
      title: 'Add where a logout comes back to',
      text: 'From 8.9 on the Orchestration Cluster signs people out at Entra and has them sent back. Entra takes the address from the list of redirect URIs; the front-channel logout URL is something else and stays empty.',
      versions: since('8.9'),
      each: {
        clients: 'signing-out',
        text: '{title}: {postLogoutRedirectUris}',
        link: { title: 'Authentication', url: blade('Authentication') },
      },
      links: [
        { title: 'Connect the Orchestration Cluster', url: '{docs:cluster}' },
      ],
      notices: ['cluster-logout'],
    },
    {
      code: 'client-secrets',
      title: 'Create the secrets',
      text: 'Create a client secret for each application of the platform Web and note its value. The secret ID is not needed.',
      each: {
        clients: 'confidential',
        text: '{title}',
        link: { title: 'Certificates & secrets', url: blade('Credentials') },
      },
      links: [
        {
          title: 'Microsoft: add credentials',
          url: 'https://learn.microsoft.com/en-gb/entra/identity-platform/quickstart-register-app?tabs=client-secret#add-credentials',
        },
      ],
      notices: ['entra-secret-value', 'entra-certificate'],
    },
    {
      code: 'configure',
      title: 'Configure Camunda',
      text: 'Set the environment variables, or the Helm values, of this record’s configuration.',
      notices: [
        'env-or-helm',
        'initial-claim-database-only',
        'initial-claim-two-claims',
      ],
    },
    {
      code: 'kubernetes-secret',
      title: 'Keep the secrets in Kubernetes',
      text: 'Store the client secrets in a Kubernetes Secret and refer to it in the Helm values. The written configuration does so, and the form kubernetes-secret is its skeleton.',
      links: [{ title: 'Create Identity secrets', url: '{docs:secrets}' }],
    },
    {
      code: 'token-version',
      title: 'Ask for tokens of version 2',
      text: 'In the manifest of each application, under api, set requestedAccessTokenVersion to 2.',
      snippet: {
        language: 'json',
        text: '"requestedAccessTokenVersion": 2,',
      },
      each: {
        text: '{title}',
        link: { title: 'Manifest', url: blade('Manifest') },
      },
      links: [
        {
          title: 'Microsoft: configure the app manifest',
          url: `${LEARN}/reference-microsoft-graph-app-manifest#configure-the-app-manifest-in-the-microsoft-entra-admin-center`,
        },
        {
          title: 'Microsoft: attribute api',
          url: `${LEARN}/reference-microsoft-graph-app-manifest#api-attribute`,
        },
      ],
      notices: ['entra-v2-api'],
    },
    {
      code: 'token-configuration',
      title: 'Put the user name into the tokens',
      text: 'Under Token configuration add the optional claim preferred_username, to the ID token and to the access token.',
      versions: since('8.8'),
      each: {
        clients: 'redirecting',
        text: '{title}: preferred_username on ID token and access token',
        link: {
          title: 'Token configuration',
          url: blade('TokenConfiguration'),
        },
      },
      links: [
        {
          title: 'Microsoft: optional claims',
          url: `${LEARN}/optional-claims`,
        },
      ],
      notices: [
        'entra-preferred-username',
        'claims-on-every-application',
        'entra-groups-overage',
        'entra-mapped-claims',
      ],
    },
    {
      code: 'admin-consent',
      title: 'Grant consent',
      text: 'Grant consent on behalf of your people, or configure an admin consent workflow.',
      each: {
        text: '{title}',
        link: { title: 'API permissions', url: blade('CallAnAPI') },
      },
      links: [
        {
          title: 'Microsoft: admin consent workflow',
          url: 'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-admin-consent-workflow',
        },
        {
          title: 'Microsoft: admin consent',
          url: 'https://learn.microsoft.com/en-gb/entra/identity/enterprise-apps/user-admin-consent-overview#admin-consent',
        },
      ],
      notices: ['entra-admin-consent'],
    },
  ],
  considerations: [
    {
      code: 'single-sign-out',
      title: 'Signing out',
      text: 'Somebody who signs out of one component stays signed in at the others.',
      links: [
        {
          title: 'OpenID Connect Front-Channel Logout, third-party content',
          url: 'https://openid.net/specs/openid-connect-frontchannel-1_0.html#ThirdPartyContent',
        },
      ],
      notices: ['front-channel-single-sign-out'],
    },
    {
      code: 'scopes',
      title: 'Scopes',
      text: 'At sign-in the components ask for the scopes {scopes} and for <client id>/.default of their own application.',
      notices: ['offline-access-optional'],
    },
    {
      code: 'grant-types',
      title: 'Grant types',
      text: 'The applications use these grant types.',
      each: { text: '{title}: {grantTypes}' },
    },
    {
      code: 'well-known',
      title: 'Entra’s addresses',
      text: 'They follow from the directory. In the Entra admin center they stand under Endpoints of the app registrations, that of Console’s wellKnown as "OpenID Connect metadata document": {wellKnown}.',
    },
    {
      code: 'access',
      title: 'Signing in is not access',
      text: 'People and machine clients see only what they have a role or an authorization for.',
      notices: [
        'access-after-sign-in',
        'machine-client-authorization',
        'entra-sub-per-application',
      ],
    },
    {
      code: 'cluster',
      title: 'The Orchestration Cluster at Entra',
      text: 'What the cluster needs at Entra stands in the written configuration.',
      versions: since('8.8'),
      links: [
        { title: 'Connect the Orchestration Cluster', url: '{docs:cluster}' },
      ],
      notices: [
        'entra-user-info',
        'request-header-size',
        'private-key-jwt',
        'several-providers',
        'groups-claim',
        'additional-key-sets',
        'id-token-claims',
      ],
    },
    {
      code: 'v2-api',
      title: 'The v2.0 API',
      text: 'The backend issuer has to end with /v2.0: {issuer}.',
      notices: ['entra-v2-api'],
    },
  ],
};
