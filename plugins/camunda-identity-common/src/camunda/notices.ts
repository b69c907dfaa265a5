import type { ComponentKey, NoteSeverity, ProviderType } from './types';
import { versionsBetween, type CamundaVersion } from './versions';

/**
 * A notice of the page, with what to do.
 *
 * @public
 */
export interface Notice {
  code: string;
  /** The page marks some notices differently for the two provider types. */
  severity: Record<ProviderType, NoteSeverity>;
  providerTypes: readonly ProviderType[];
  title: string;
  text: string;
  /** What to do instead, a sentence each. */
  remedies: readonly string[];
  /** The versions it is about; all where it is left out. */
  versions?: readonly CamundaVersion[];
  /** The component it is about, where it is about one. */
  component?: ComponentKey;
  /** Where it stands: section of the page, or where a correction comes from. */
  source?: string;
}

const BOTH: readonly ProviderType[] = ['GENERIC', 'MICROSOFT'];

/**
 * The initial claim is applied once. Shown wherever a person could think otherwise.
 *
 * @public
 */
export const INITIAL_CLAIM_NOTICE: Notice = {
  code: 'initial-claim-database-only',
  severity: { GENERIC: 'note', MICROSOFT: 'danger' },
  providerTypes: BOTH,
  title: 'The initial claim is set once',
  text: 'Camunda applies the initial claim name and value only at its first start. Once set, they cannot be updated with environment variables or Helm values; they can be changed only in the database.',
  remedies: [
    'Check name and value before the first start: a wrong value locks the first administrator out.',
    'Somebody who can sign in changes the rule in Identity’s own mapping rules page.',
    'Nobody can sign in: add a further rule by configuration (identity.mapping-rules); a new claim value makes a new rule.',
  ],
};

/** @public */
export const NOTICES: readonly Notice[] = [
  INITIAL_CLAIM_NOTICE,
  {
    code: 'env-or-helm',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    title: 'Environment variables or Helm values',
    text: 'Use either environment variables or Helm values to connect to the provider, never both.',
    remedies: [],
  },
  {
    code: 'redirect-uri-allow-list',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    title: 'Redirect URIs are an allow list',
    text: 'The provider sends codes and tokens only to the URIs that are registered for the application, compared character by character.',
    remedies: [],
  },
  {
    code: 'one-application-per-component',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    title: 'One application for each component',
    text: 'Register a new application at the provider for every component; Web Modeler needs two, one for the UI and one for the API.',
    remedies: [],
  },
  {
    code: 'front-channel-single-sign-out',
    severity: { GENERIC: 'info', MICROSOFT: 'note' },
    providerTypes: ['MICROSOFT'],
    title: 'No front-channel single sign-out',
    text: 'Because browsers block third-party content, somebody who logs out of one component stays logged in at the others.',
    remedies: [],
  },
  {
    code: 'entra-v2-api',
    severity: { GENERIC: 'info', MICROSOFT: 'note' },
    providerTypes: ['MICROSOFT'],
    title: 'Use the v2.0 API',
    text: 'Issuer and backend issuer end with /v2.0, and each app manifest has "requestedAccessTokenVersion": 2 under "api".',
    remedies: [],
  },
  {
    code: 'entra-admin-consent',
    severity: { GENERIC: 'info', MICROSOFT: 'note' },
    providerTypes: ['MICROSOFT'],
    title: 'Admin consent',
    text: 'Sign-in works only after an administrator has granted consent, or where an admin consent workflow is configured.',
    remedies: [],
  },
  {
    code: 'entra-secret-value',
    severity: { GENERIC: 'info', MICROSOFT: 'note' },
    providerTypes: ['MICROSOFT'],
    title: 'Secret value, not secret ID',
    text: 'Entra shows a secret’s value once, when it is created. Camunda needs the value; the secret ID is of no use.',
    remedies: [],
  },
  {
    code: 'public-client-corrected',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    versions: versionsBetween('8.5', '8.9'),
    title: 'Console and Web Modeler UI are public clients',
    text: 'The page once listed Console and the UI of Web Modeler among the confidential clients. Camunda corrected that: they are public clients with PKCE, as the Entra steps have it (single-page applications).',
    remedies: ['Register them without a secret.'],
    source: 'Page, "Steps"; camunda-docs PR 6811',
  },
  {
    code: 'audience-in-access-token',
    severity: { GENERIC: 'note', MICROSOFT: 'info' },
    providerTypes: BOTH,
    title: 'The access token names its audience',
    text: 'A component accepts a token only when its aud claim holds the component’s audience. Amazon Cognito’s client-credentials tokens have no aud claim; Keycloak may need an audience mapper.',
    remedies: ['Look at a token’s aud claim; the checks do.'],
    source: 'Page of 8.8 and later, "Prerequisites" and "Known limitations"',
  },
  {
    code: 'unique-audiences',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    title: 'An audience for each component',
    text: 'With one audience for several components, a token for one of them opens the others.',
    remedies: [],
    source: 'camunda-docs PR 9945',
  },
  {
    code: 'split-horizon',
    severity: { GENERIC: 'warning', MICROSOFT: 'info' },
    providerTypes: ['GENERIC'],
    versions: versionsBetween('8.8', '8.10'),
    title: 'One address for browser and containers',
    text: 'A backend issuer of another host than the issuer is not supported for generic providers from 8.8 on: the cluster checks the issuer that it is told.',
    remedies: ['Make the issuer reachable from the containers.'],
    source: 'Camunda docs 8.8, "Generic OIDC provider"',
  },
  {
    code: 'offline-access-optional',
    severity: { GENERIC: 'info', MICROSOFT: 'info' },
    providerTypes: BOTH,
    versions: versionsBetween('8.8', '8.10'),
    title: 'offline_access may be left out',
    text: 'Enter the provider’s scopes in the record to ask for fewer; Management Identity is told by CAMUNDA_IDENTITY_AUTH_SCOPES.',
    remedies: [],
    source: 'Page of 8.8, "Additional considerations"',
  },
  {
    code: 'rp-initiated-logout-corrected',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    versions: ['8.6', '8.8', '8.9', '8.10'],
    title: 'No RP-initiated logout',
    text: 'The page once said that a logout also signs people out at the provider. The pages of these versions say that it does not.',
    remedies: [],
    source: 'Page, "Supported and unsupported OIDC features"',
  },
  {
    code: 'optimize-off-audience',
    severity: { GENERIC: 'warning', MICROSOFT: 'warning' },
    providerTypes: BOTH,
    component: 'optimize',
    title: 'Identity without Optimize',
    text: 'Where Optimize is off, Management Identity does not start unless it has the variable CAMUNDA_IDENTITY_AUDIENCE. The written configuration sets it.',
    remedies: [],
    source: 'helm issues 4747 and 4588',
  },
  {
    code: 'identity-database',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    component: 'identity',
    title: 'Management Identity needs a database',
    text: 'With an external provider it keeps roles and mapping rules in PostgreSQL; charts accept values without one, and Identity does not start. The written configuration leaves databases out.',
    remedies: [],
    source: 'Camunda docs, configuration variables; chart 8.8',
  },
  {
    code: 'request-header-size',
    severity: { GENERIC: 'info', MICROSOFT: 'info' },
    providerTypes: BOTH,
    title: 'Large tokens',
    text: 'Somebody in many groups may get "Request header is too large" (HTTP 400).',
    remedies: ['Set SERVER_MAXHTTPREQUESTHEADERSIZE=40KB on the component.'],
    source: 'Camunda docs, "Troubleshooting OIDC"',
  },
  {
    code: 'private-ca',
    severity: { GENERIC: 'note', MICROSOFT: 'info' },
    providerTypes: BOTH,
    title: 'A private certificate authority',
    text: 'Every component has to trust the provider’s certificate: "PKIX path building failed" means that one does not. Checks from this portal prove only what the portal trusts.',
    remedies: ['From chart 8.8 on: global.tls.caBundle.'],
    source: 'Camunda docs 8.8, Microsoft Entra guide',
  },
  {
    code: 'claims-on-every-application',
    severity: { GENERIC: 'info', MICROSOFT: 'note' },
    providerTypes: BOTH,
    title: 'Claims on every application',
    text: 'An optional claim, such as groups or preferred_username, that only some applications have works in some components and fails in others.',
    remedies: ['Configure the same claims on all applications.'],
    source: 'camunda-docs issue 8181',
  },
  {
    code: 'request-missing-feature',
    severity: { GENERIC: 'info', MICROSOFT: 'info' },
    providerTypes: BOTH,
    title: 'A feature is missing',
    text: 'Camunda takes requests for OIDC features at https://docs.camunda.io/docs/reference/contact.',
    remedies: [],
    source: 'Page, "Supported and unsupported OIDC features"',
  },
];
