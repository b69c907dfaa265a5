import type {
  ClientKey,
  ClientType,
  GrantType,
  registeredAuthentication,
} from '../../camunda';
import type { Finding } from '../../checks';
import type { ConfigFile } from '../../config/types';

/**
 * Products whose applications can be written as files.
 *
 * @public
 */
export const SETUP_PRODUCTS = [
  'keycloak',
  'entra',
  'okta',
  'auth0',
  'registration',
] as const;

/** @public */
export type SetupProduct = (typeof SETUP_PRODUCTS)[number];

/**
 * The kind of an application at the provider: a website with a secret, a page in the browser without one, or a
 * program that signs in as itself.
 *
 * @public
 */
export type ApplicationKind = 'web' | 'spa' | 'machine';

/**
 * One application that has to exist at the provider, independent of the product.
 *
 * @public
 */
export interface SetupApplication {
  client: ClientKey;
  title: string;
  /** Display name at the provider, the same in every run. */
  name: string;
  /** Stable key at the provider: lower case letters, digits and hyphens. */
  uniqueName: string;
  /** Undefined while unknown: the provider chooses it, or it is still a placeholder. */
  clientId?: string;
  kind: ApplicationKind;
  clientType: ClientType;
  /** How its component authenticates; many products allow an application one way only. */
  clientAuthentication: ReturnType<typeof registeredAuthentication>;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  grantTypes: GrantType[];
  /** Scopes that it requests. */
  scopes: string[];
  /** Its own audience. */
  audience?: string;
  /** Every audience that its access tokens must have, its own first. */
  audiences: string[];
  /** Where its secret goes; undefined if it has none or Camunda does not read it. */
  secret?: { name: string; key: string; assumed: boolean; variable?: string };
}

/**
 * A value to enter or to compare.
 *
 * @public
 */
export interface SetupValue {
  label: string;
  value: string;
  client?: ClientKey;
}

/**
 * @public
 */
export interface SetupStep {
  /** Stable within a product, kebab-case. */
  id: string;
  title: string;
  text: string;
  values?: SetupValue[];
  docsUrl?: string;
}

/**
 * What has to be done at the provider, as steps for a person and as files that automate it.
 *
 * @public
 */
export interface ProviderSetup {
  /** A product of {@link SETUP_PRODUCTS}, or the profile of these steps. */
  product: string;
  title: string;
  steps: SetupStep[];
  files: ConfigFile[];
  findings: Finding[];
  /** The applications of these steps and files. */
  applications: SetupApplication[];
}

/** The input of a product's writers. */
export interface SetupInput {
  /** Name of the record; `camunda` for a draft. */
  name: string;
  issuer: string;
  /** Of Microsoft Entra ID only. */
  tenantId?: string;
  /** Origin of the Microsoft cloud's sign-in pages. */
  loginBaseUrl?: string;
  cloud?: string;
  applications: SetupApplication[];
  /** The claim from which a component reads groups. */
  groupsClaim?: string;
}

/** How applications are created at one product. */
export interface ProductSetup {
  title: string;
  steps(input: SetupInput): SetupStep[];
  files?(input: SetupInput): ConfigFile[];
  findings?(input: SetupInput): Finding[];
}
