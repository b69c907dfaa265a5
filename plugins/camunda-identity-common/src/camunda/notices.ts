import type { NoteSeverity, ProviderType } from './types';

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
];
