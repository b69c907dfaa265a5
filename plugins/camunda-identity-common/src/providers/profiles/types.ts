import type { ProviderType } from '../../camunda';
import type { Explanation } from './explanation';

/**
 * How the Orchestration Cluster identifies people and clients by a token.
 *
 * @public
 */
export interface ClusterClaims {
  usernameClaim: string;
  clientIdClaim: string;
  /** Whether a token with both claims counts as a user's. */
  preferUsernameClaim: boolean;
}

/**
 * An issuer in a product's document that Camunda cannot use.
 *
 * @public
 */
export interface UnusableIssuer {
  /** Predicate that follows the issuer in a sentence. */
  reason: string;
  remedy: string;
  /** The issuer to configure, if known. */
  instead?: string;
  /** What to do if that issuer is already configured. */
  remedyWithInstead?: string;
}

/**
 * Topics that a team looks for in a provider's admin pages.
 *
 * @public
 */
export type AdminTopic =
  | 'application'
  | 'redirectUris'
  | 'secret'
  | 'grantTypes'
  | 'audience'
  | 'logout';

/**
 * Members of a discovery document that list what a provider supports.
 *
 * @public
 */
export type SupportedList =
  | 'grant_types_supported'
  | 'scopes_supported'
  | 'code_challenge_methods_supported'
  | 'token_endpoint_auth_methods_supported'
  | 'end_session_endpoint';

/**
 * What is known about an OpenID provider product: how to recognise it, its peculiarities, and where its
 * settings are. One file each.
 *
 * @public
 */
export interface ProviderProfile {
  /** Stable, kebab-case. */
  profile: string;
  title: string;
  /** Recognises the product's issuers. */
  issuers?: readonly string[];
  /** Recognises the product by an issuer. */
  matchesIssuer?(issuer: string): boolean;
  /** Matching issuers are on a host that only this product has; a match by path proves little. */
  hasOwnHosts?: boolean;
  /** Recognises the product by its discovery document, on any host. */
  matchesDocument?(document: Readonly<Record<string, unknown>>): boolean;
  /** Traits of its discovery documents. A single one is not proof, since other products copy paths. */
  documentTraits?: ReadonlyArray<
    (document: Readonly<Record<string, unknown>>) => boolean
  >;
  /** Peculiarities that surprise people, as sentences. */
  quirks: readonly string[];
  /**
   * What it means if the document lacks a list, or the list lacks what Camunda needs. Most products' lists are
   * incomplete.
   */
  lists?: Readonly<Partial<Record<SupportedList, string>>>;
  /** Its endpoints are normally on other hosts than the issuer. */
  foreignHosts?: boolean;
  /** What a client-credentials request needs in addition to client ID and secret. */
  tokenRequest?: 'default-scope' | 'audience-parameter';
  /** The product has no client-credentials grant for applications of this kind. */
  noClientCredentials?: boolean;
  /** Access tokens name their version in `ver`, and Camunda needs this one. */
  tokenVersion?: string;
  /** Issuer of access tokens of another version. */
  oldTokenIssuer?: RegExp;
  /**
   * The product registers the first redirect URI that is used if there is none. Only the record's own may ever
   * be sent to it.
   */
  registersRedirectUris?: boolean;
  /**
   * Whether an unknown code is refused only after client and secret were accepted, as RFC 6749 section 4.1.3
   * says; false if that is uncertain.
   */
  checksClientBeforeCode?: boolean;
  /** Wrong secrets lock an application, so no made-up secret is ever sent. */
  locksClients?: boolean;
  /** The provider type that a record should have, if Camunda's page has separate steps for the product. */
  providerType?: ProviderType;
  /** Claims for the Orchestration Cluster, if the chart's defaults do not match the product's tokens. */
  clusterClaims?: Readonly<Partial<ClusterClaims>>;
  /** Answers other than invalid_client with which its token endpoint refuses client ID or secret. */
  clientRefusals?: ReadonlyArray<{ status: number; error: string }>;
  /** Explanations of its answers. */
  explanations?: readonly Explanation[];
  /** Its issuers end in a slash, both in the document and in tokens. */
  issuerEndsInSlash?: boolean;
  /** Tokens of client credentials have no `aud` claim. */
  tokensLackAudience?: boolean;
  /** Suffixes of endpoints that people mistake for the issuer, which is the part before. */
  endpointPaths?: RegExp;
  /** Issuers of the product that may have been meant when another address was entered. Each costs a request. */
  meantIssuers?(typed: string): readonly string[];
  /** Judges an issuer in its document, which may be one that Camunda cannot use. */
  unusableIssuer?(
    issuer: string,
    document: Readonly<Record<string, unknown>>,
  ): UnusableIssuer | undefined;
  /**
   * What to do if a component uses an authorization endpoint of the product other than the record's provider's.
   */
  strayRemedy?(actual: string, expected: string): string | undefined;
  /** What to do in this product about a finding, by its code. */
  remedies?: Readonly<Partial<Record<string, string>>>;
  /** Where settings are, as a path through the product's pages. */
  admin: Readonly<Partial<Record<AdminTopic, string>>>;
  /** The product's own documentation, or its admin pages where every customer has the same address. */
  docsUrl: string;
}

/**
 * Path of an endpoint in a document, for recognising products.
 *
 * @public
 */
export function endpointPath(
  document: Readonly<Record<string, unknown>>,
  member: string,
): string {
  const url = document[member];
  return typeof url === 'string' && URL.canParse(url)
    ? new URL(url).pathname
    : '';
}

/**
 * Host of an issuer; empty for a text that is not a URL.
 *
 * @public
 */
export function hostOf(issuer: unknown): string {
  return typeof issuer === 'string' && URL.canParse(issuer)
    ? new URL(issuer).hostname
    : '';
}

/**
 * Path of an issuer; empty for a text that is not a URL.
 *
 * @public
 */
export function pathOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).pathname : '';
}
