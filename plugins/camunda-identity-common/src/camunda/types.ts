import type { CamundaVersion } from './versions';

/**
 * A component of Camunda that takes part in the OIDC set-up.
 *
 * @public
 */
export type ComponentKey =
  | 'identity'
  | 'operate'
  | 'tasklist'
  | 'optimize'
  | 'zeebe'
  | 'webModeler'
  | 'console'
  | 'connectors'
  | 'orchestration'
  | 'hub';

/**
 * One application at the provider that a component signs in with. Web Modeler has two.
 *
 * @public
 */
export type ComponentClientKey =
  | 'identity'
  | 'operate'
  | 'tasklist'
  | 'optimize'
  | 'zeebe'
  | 'webModeler.ui'
  | 'webModeler.api'
  | 'console'
  | 'connectors'
  | 'orchestration'
  | 'hub.ui'
  | 'hub.api';

/**
 * An application of the team's own that calls Camunda: `machine.` and its name in the record.
 *
 * @public
 */
export type MachineClientKey = `machine.${string}`;

/**
 * One application at the provider.
 *
 * @public
 */
export type ClientKey = ComponentClientKey | MachineClientKey;

/**
 * Something for each of some clients.
 *
 * @public
 */
export type ByClient<T> = Partial<Record<ComponentClientKey, T>> &
  Record<MachineClientKey, T>;

/** @public */
export type ProviderType = 'GENERIC' | 'MICROSOFT';

/**
 * OAuth 2.0 client types (RFC 6749 section 2.1).
 *
 * @public
 */
export type ClientType = 'confidential' | 'public';

/**
 * The platform to configure on an Entra app registration; `none` for an application that only asks for
 * tokens of its own.
 *
 * @public
 */
export type EntraPlatform = 'web' | 'spa' | 'none';

/** @public */
export type GrantType =
  | 'authorization_code'
  | 'refresh_token'
  | 'client_credentials';

/** @public */
export type NoteSeverity = 'info' | 'note' | 'warning' | 'danger';

/**
 * Something a person should know about a client, with the reason.
 *
 * @public
 */
export interface Note {
  /** Stable, kebab-case. */
  code: string;
  severity: NoteSeverity;
  /** One or two plain sentences. */
  text: string;
  docsUrl?: string;
  /** The note is about this provider type only. */
  providerType?: ProviderType;
  /** The note is about these versions only. */
  versions?: readonly CamundaVersion[];
}

/**
 * What Camunda documents about one application at the provider.
 *
 * @public
 */
export interface ClientFacts {
  key: ClientKey;
  title: string;
  clientType: ClientType;
  entraPlatform: EntraPlatform;
  /**
   * Paths that follow the component's base URL (without its trailing slash) in the redirect URIs to
   * register. Empty where the client never redirects a browser.
   */
  redirectPaths: readonly string[];
  /** Those of them that guides name beside the one that the component sends. */
  alternativeRedirectPaths?: readonly string[];
  /**
   * Paths that follow the base URL in the addresses to which the provider sends people after a logout there,
   * with the versions that ask for it. Left out where the component never signs people out at the provider.
   */
  postLogoutPaths?: readonly {
    path: string;
    versions: readonly CamundaVersion[];
  }[];
  /** Helm key that takes the base URL; undefined where the chart of that version has none. */
  helmRedirectUrlKey?: string;
  /** What the client really uses. */
  grantTypes: readonly GrantType[];
  /** `user`: scopes of a sign-in; `machine`: scopes of a client-credentials request. */
  scopes: 'user' | 'machine';
  /** Scopes of a sign-in, where the component asks for others than the rest. */
  userScopes?: Readonly<Record<ProviderType, readonly string[]>>;
  /** The application has a secret, but neither component nor chart uses it; callers of its API do. */
  secretUnused?: boolean;
  /**
   * Where a record may have a certificate for the application (private_key_jwt) instead of a secret. Left out
   * where it may not. In which versions it can stands in the table of libraries ({@link LIBRARIES}).
   */
  certificate?: {
    /** Every provider type where it is left out. */
    providerType?: ProviderType;
    source: string;
  };
  notes: readonly Note[];
  /** Where this is documented: section of the page, chart file. */
  source: string;
}

/**
 * A component and its applications at the provider.
 *
 * @public
 */
export interface ComponentFacts {
  key: ComponentKey;
  title: string;
  /** What a team uses it for, in one clause. */
  purpose: string;
  versions: readonly CamundaVersion[];
  clients: readonly ClientFacts[];
}
