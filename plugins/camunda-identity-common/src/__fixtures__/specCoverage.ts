/*
 * What Camunda's page "Connect Management Identity to an identity provider" says, and the datum that carries
 * it. The words are ours; keys and variables are the page's. `docs/spec-coverage.md` is made from this.
 */

/** Place on the page, what it says, and the data that carry it. */
export type CoverageRow = readonly [
  place: string,
  says: string,
  ...data: string[],
];

const intro: CoverageRow[] = [
  [
    'Introduction',
    'Management Identity is connected to an OIDC provider',
    'step:GENERIC.configure',
    'step:MICROSOFT.configure',
  ],
  [
    'Introduction, note',
    'Supported and unsupported features are in the table',
    'feature:single-sign-on',
  ],
  [
    'Introduction, note',
    'A Keycloak is connected on a page of its own',
    'consideration:GENERIC.keycloak',
  ],
  [
    'Prerequisites',
    'Configuration of the provider, with issuer URL',
    'prerequisite:provider-configuration',
  ],
  [
    'Prerequisites',
    'Ability to create applications',
    'prerequisite:create-applications',
  ],
  [
    'Prerequisites',
    'Access to client ID, client secrets and audience',
    'prerequisite:application-values',
  ],
  [
    'Prerequisites',
    'A claim name and value for initial access',
    'prerequisite:initial-claim',
    'notice:initial-claim-database-only',
  ],
  [
    'Prerequisites, note',
    'The steps are general; each component has its own configuration',
    'prerequisite:component-specific',
  ],
];

/** What both tabs say in the same words. */
function both(type: 'GENERIC' | 'MICROSOFT', tab: string): CoverageRow[] {
  return [
    [
      `${tab}, steps`,
      'Identify the components: Web Modeler, Console, Optimize',
      `step:${type}.components`,
      'client:webModeler.ui',
      'client:console',
      'client:optimize',
    ],
    [
      `${tab}, steps`,
      'An application for each component',
      `step:${type}.applications`,
      'notice:one-application-per-component',
    ],
    [
      `${tab}, steps`,
      'Web Modeler needs two applications, UI and API',
      'note:webModeler.ui.web-modeler-two-clients',
      'client:webModeler.api',
    ],
    [
      `${tab}, steps, note`,
      'Redirect URIs are an approved list, only those are valid targets',
      'notice:redirect-uri-allow-list',
    ],
    [
      `${tab}, steps, note`,
      'Either environment variables or Helm values, only one of them',
      'notice:env-or-helm',
    ],
    [
      `${tab}, steps`,
      'Set the environment variables or Helm values',
      `step:${type}.configure`,
    ],
    [
      `${tab}, after the steps`,
      'The initial claim cannot be updated by configuration once set; it is changed in the database',
      'notice:initial-claim-database-only',
    ],
  ];
}

const generic: CoverageRow[] = [
  ...both('GENERIC', 'Generic'),
  [
    'Generic, steps',
    'The redirect URI stands with the component',
    'step:GENERIC.applications',
  ],
  [
    'Generic, steps',
    'Application types: Optimize, Management Identity and Web Modeler API are confidential',
    'type:optimize=confidential',
    'type:identity=confidential',
    'type:webModeler.api=confidential',
    'step:GENERIC.application-types',
  ],
  [
    'Generic, steps',
    'Application types: Console and Web Modeler UI, listed as confidential; corrected to public',
    'type:console=public',
    'type:webModeler.ui=public',
    'notice:public-client-corrected',
  ],
  [
    'Generic, steps',
    'Note client ID, client secret and audience',
    'step:GENERIC.note-values',
  ],
  [
    'Generic, Helm values',
    'Client secrets may be stored in a Kubernetes Secret',
    'step:GENERIC.kubernetes-secret',
    'docs:secrets',
  ],
  [
    'Generic, additional considerations',
    'Scopes email, openid, offline_access, profile',
    'scope:email',
    'scope:openid',
    'scope:offline_access',
    'scope:profile',
    'consideration:GENERIC.scopes',
  ],
];

const microsoft: CoverageRow[] = [
  ...both('MICROSOFT', 'Entra'),
  [
    'Entra, steps, note',
    'Register a new application for each component',
    'notice:one-application-per-component',
  ],
  [
    'Entra, steps',
    'Register in the Entra admin center',
    'step:MICROSOFT.applications',
  ],
  [
    'Entra, steps',
    'Overview: note the client ID, which is the audience too',
    'step:MICROSOFT.note-values',
    'finding:record.microsoft-audience',
  ],
  [
    'Entra, steps',
    'Platform Web: Optimize, Management Identity, Web Modeler API',
    'step:MICROSOFT.application-types',
    'platform:optimize=web',
    'platform:identity=web',
    'platform:webModeler.api=web',
  ],
  [
    'Entra, steps',
    'Platform single-page application: Console, Web Modeler UI',
    'platform:console=spa',
    'platform:webModeler.ui=spa',
  ],
  [
    'Entra, steps',
    'Add the redirect URI of the component',
    'step:MICROSOFT.redirect-uris',
  ],
  [
    'Entra, steps',
    'Create a client secret; its value, not its ID',
    'step:MICROSOFT.client-secrets',
    'notice:entra-secret-value',
  ],
  [
    'Entra, Helm values, comment',
    'The initial claim value is the object ID of the first user, who gets a role mapping',
    'helm:global.identity.auth.identity.initialClaimValue',
    'finding:record.initial-claim-oid',
  ],
  [
    'Entra, Helm values',
    'wellKnown is found under Endpoints of the app registrations',
    'helm:global.identity.auth.console.wellKnown',
    'consideration:MICROSOFT.well-known',
  ],
  [
    'Entra, additional considerations',
    'No front-channel single sign-out: other components stay signed in',
    'notice:front-channel-single-sign-out',
    'consideration:MICROSOFT.single-sign-out',
  ],
  [
    'Entra, additional considerations',
    'Scopes email, openid, offline_access, profile and <CLIENT_UUID>/.default',
    'consideration:MICROSOFT.scopes',
    'scope:/.default',
  ],
  [
    'Entra, additional considerations',
    'Admin consent flow, or consent on behalf of the users',
    'step:MICROSOFT.admin-consent',
    'notice:entra-admin-consent',
  ],
  [
    'Entra, additional considerations',
    'Grant client_credentials creates an M2M token; answers an access token',
    'grant:client_credentials',
    'consideration:MICROSOFT.grant-types',
  ],
  [
    'Entra, additional considerations',
    'Grant refresh_token renews a token',
    'grant:refresh_token',
  ],
  [
    'Entra, additional considerations',
    'Grant authorization_code creates a token through the authorization flow; answers access and refresh token',
    'grant:authorization_code',
  ],
  [
    'Entra, additional considerations',
    'Use the v2.0 API; the backend issuer ends with /v2.0',
    'notice:entra-v2-api',
    'consideration:MICROSOFT.v2-api',
  ],
  [
    'Entra, additional considerations',
    'requestedAccessTokenVersion 2 in the app manifest',
    'step:MICROSOFT.token-version',
    'notice:entra-v2-api',
  ],
];

const components: CoverageRow[] = [
  [
    'Components, Management Identity',
    'Redirect URI <IDENTITY_URL>/auth/login-callback',
    'redirect:identity=/auth/login-callback',
  ],
  [
    'Components, Management Identity',
    'Helm: the base URL',
    'helm:global.identity.auth.identity.redirectUrl',
    'note:identity.identity-url-from-full-url',
  ],
  [
    'Components, Optimize',
    'Redirect URI <OPTIMIZE_URL>/api/authentication/callback',
    'redirect:optimize=/api/authentication/callback',
  ],
  [
    'Components, Optimize',
    'Helm: the base URL',
    'helm:global.identity.auth.optimize.redirectUrl',
  ],
  [
    'Components, Optimize',
    'Fallback for existing environment variables; a custom YAML has to be changed',
    'note:optimize.optimize-variables-fallback',
  ],
  [
    'Components, Optimize',
    'No User permissions tab in collections',
    'note:optimize.optimize-missing-features',
  ],
  [
    'Components, Optimize',
    'No Alerts tab in collections',
    'note:optimize.optimize-missing-features',
  ],
  [
    'Components, Optimize',
    'No digests',
    'note:optimize.optimize-missing-features',
  ],
  [
    'Components, Optimize',
    'Owners are shown by their sub claim',
    'note:optimize.optimize-missing-features',
  ],
  [
    'Components, Web Modeler',
    'Redirect URI <WEB_MODELER_URL>/login-callback',
    'redirect:webModeler.ui=/login-callback',
  ],
  [
    'Components, Web Modeler',
    'Helm: the base URL',
    'helm:global.identity.auth.webModeler.redirectUrl',
  ],
  [
    'Components, Web Modeler',
    'Two clients, one for the UI and one for the API',
    'note:webModeler.ui.web-modeler-two-clients',
  ],
  ...[
    'OAUTH2_CLIENT_ID',
    'OAUTH2_JWKS_URL',
    'OAUTH2_TOKEN_AUDIENCE',
    'OAUTH2_TOKEN_ISSUER',
    'OAUTH2_TYPE',
  ].map(
    (name): CoverageRow => [
      'Components, Web Modeler, webapp',
      name,
      `env:web-modeler-webapp.${name}`,
    ],
  ),
  ...[
    'CAMUNDA_IDENTITY_BASEURL',
    'CAMUNDA_IDENTITY_TYPE',
    'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_INTERNAL_API',
    'CAMUNDA_MODELER_SECURITY_JWT_AUDIENCE_PUBLIC_API',
    'SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI',
  ].map(
    (name): CoverageRow => [
      'Components, Web Modeler, restapi',
      name,
      `env:web-modeler-restapi.${name}`,
    ],
  ),
  [
    'Components, Console',
    'Redirect URI <CONSOLE_URL>',
    'redirect:console=',
    'note:console.console-trailing-slash',
  ],
  [
    'Components, Console',
    'Helm: the base URL',
    'helm:global.identity.auth.console.redirectUrl',
  ],
  [
    'Components, Connectors',
    'No redirect URI; Connectors act as a client',
    'note:connectors.connectors-modes',
  ],
  [
    'Components, Connectors',
    'Outbound only: CAMUNDA_CONNECTOR_POLLING_ENABLED is false',
    'env:connectors.CAMUNDA_CONNECTOR_POLLING_ENABLED',
    'note:connectors.connectors-modes',
  ],
  ...[
    'ZEEBE_CLIENT_ID',
    'ZEEBE_CLIENT_SECRET',
    'ZEEBE_AUTHORIZATION_SERVER_URL',
    'ZEEBE_TOKEN_AUDIENCE',
    'ZEEBE_TOKEN_SCOPE',
  ].map(
    (name): CoverageRow => [
      'Components, Connectors, Zeebe client',
      name,
      `env:connectors.${name}`,
    ],
  ),
  [
    'Components, Connectors',
    'ZEEBE_TOKEN_SCOPE is optional',
    'note:connectors.connectors-token-scope',
  ],
  ...[
    'CAMUNDA_IDENTITY_TYPE',
    'CAMUNDA_IDENTITY_AUDIENCE',
    'CAMUNDA_IDENTITY_CLIENT_ID',
    'CAMUNDA_IDENTITY_CLIENT_SECRET',
    'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
  ].map(
    (name): CoverageRow => [
      'Components, Connectors, inbound',
      name,
      `env:connectors.${name}`,
    ],
  ),
];

/** What the pages of later versions have besides. */
const later: CoverageRow[] = [
  [
    'Components, Orchestration Cluster',
    'Logout of the cluster: post-logout redirect URI',
    'notice:cluster-logout',
    'client:orchestration',
  ],
  [
    'Components, Camunda Hub',
    'Camunda Hub needs two applications in place of three',
    'note:hub.ui.hub-replaces',
    'client:hub.api',
  ],
  [
    'Components, Camunda Hub',
    'Redirect URI <HUB_URL>/login-callback',
    'redirect:hub.ui=/login-callback',
  ],
];

const features: CoverageRow[] = [
  [
    'Features',
    'Not all features are available with an OIDC provider',
    'feature:authorization-code-with-pkce',
    'feature:role-and-group-synchronization',
  ],
  ...[
    ['single-sign-on', 'Single sign-on: available'],
    [
      'authorization-code-with-pkce',
      'Authorization code flow with PKCE: unavailable',
    ],
    ['id-token-handling', 'ID token handling: available'],
    ['access-token-management', 'Access token management: available'],
    ['session-management', 'Session management: available'],
    [
      'role-and-group-synchronization',
      'Role and group synchronization: unavailable',
    ],
    ['user-profile-management', 'User profile management: unavailable'],
  ].map(([code, says]): CoverageRow => ['Features', says, `feature:${code}`]),
  [
    'Features',
    'RP-initiated logout: available, which later pages correct',
    'feature:rp-initiated-logout',
    'notice:rp-initiated-logout-corrected',
  ],
  [
    'Features',
    'Missing features can be requested',
    'notice:request-missing-feature',
  ],
];

const IDENTITY_VARIABLES = [
  'CAMUNDA_IDENTITY_TYPE',
  'CAMUNDA_IDENTITY_BASE_URL',
  'CAMUNDA_IDENTITY_ISSUER',
  'CAMUNDA_IDENTITY_ISSUER_BACKEND_URL',
  'CAMUNDA_IDENTITY_CLIENT_ID',
  'CAMUNDA_IDENTITY_CLIENT_SECRET',
  'CAMUNDA_IDENTITY_AUDIENCE',
  'IDENTITY_INITIAL_CLAIM_NAME',
  'IDENTITY_INITIAL_CLAIM_VALUE',
  'SPRING_PROFILES_ACTIVE',
];

const AUTH = 'global.identity.auth';
const COMMON_KEYS = [
  'issuer',
  'issuerBackendUrl',
  'tokenUrl',
  'jwksUrl',
  'type',
];
const GENERIC_KEYS = [
  ...COMMON_KEYS,
  ...[
    'clientId',
    'existingSecret',
    'audience',
    'initialClaimName',
    'initialClaimValue',
  ].map(key => `identity.${key}`),
  ...['operate', 'tasklist', 'optimize', 'zeebe'].flatMap(section =>
    ['clientId', 'audience', 'existingSecret'].map(key => `${section}.${key}`),
  ),
  ...['clientId', 'clientApiAudience', 'publicApiAudience'].map(
    key => `webModeler.${key}`,
  ),
  ...['clientId', 'audience'].map(key => `console.${key}`),
];
const MICROSOFT_KEYS = [
  ...GENERIC_KEYS.filter(key => key !== 'identity.initialClaimName'),
  'publicIssuerUrl',
  'zeebe.tokenScope',
  'console.wellKnown',
  ...[
    'identity',
    'operate',
    'tasklist',
    'optimize',
    'webModeler',
    'console',
  ].map(section => `${section}.redirectUrl`),
  'connectors.clientId',
  'connectors.existingSecret',
];

const keys: CoverageRow[] = (
  [
    ['Generic', GENERIC_KEYS],
    ['Entra', MICROSOFT_KEYS],
  ] as const
).flatMap(([tab, helm]): CoverageRow[] => [
  ...IDENTITY_VARIABLES.map(
    (name): CoverageRow => [
      `${tab}, environment variables`,
      name,
      `env:identity.${name}`,
    ],
  ),
  ...helm.map(
    (key): CoverageRow => [
      `${tab}, Helm values`,
      `${AUTH}.${key}`,
      // A reference by name and key: a text would be the secret itself.
      `helm:${AUTH}.${key}${key.endsWith('existingSecret') ? '.name' : ''}`,
    ],
  ),
]);

/** Every row, in the order of the page. */
export const SPEC_COVERAGE: readonly CoverageRow[] = [
  ...intro,
  ...generic,
  ...keys.filter(([place]) => place.startsWith('Generic')),
  ...microsoft,
  ...keys.filter(([place]) => place.startsWith('Entra')),
  ...components,
  ...later,
  ...features,
];
