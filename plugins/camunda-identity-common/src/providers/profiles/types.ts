import type { ProviderType } from '../../camunda';
import type { Explanation } from './explanation';

/**
 * How the Orchestration Cluster tells people and clients from a token.
 *
 * @public
 */
export interface ClusterClaims {
  usernameClaim: string;
  clientIdClaim: string;
  /** A token that has both claims is a user's. */
  preferUsernameClaim: boolean;
}

/**
 * An issuer that a product's document names and that Camunda cannot use.
 *
 * @public
 */
export interface UnusableIssuer {
  /** Follows the issuer in a sentence. */
  reason: string;
  remedy: string;
  /** The issuer to configure, where it is known. */
  instead?: string;
  /** What to do where that one is configured already. */
  remedyWithInstead?: string;
}

/**
 * What a team looks for in a provider's admin pages.
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
 * What is known of one OpenID provider product: how to recognise it, what it does in its own way, and where
 * its settings are. One file each.
 *
 * @public
 */
export interface ProviderProfile {
  /** Stable, kebab-case. */
  profile: string;
  title: string;
  /** Issuers that are this product's. */
  issuers?: readonly string[];
  /** Recognises the product by an issuer. */
  matchesIssuer?(issuer: string): boolean;
  /** An issuer that matches is on a host that only this product has; others go by a path, which proves little. */
  hasOwnHosts?: boolean;
  /** Recognises the product by its discovery document, wherever it runs. */
  matchesDocument?(document: Readonly<Record<string, unknown>>): boolean;
  /** What its discovery documents have in common. One alone is no proof: other products copy paths. */
  documentTraits?: ReadonlyArray<
    (document: Readonly<Record<string, unknown>>) => boolean
  >;
  /** What surprises people, in sentences. */
  quirks: readonly string[];
  /**
   * What it means that the document does not have a list, or does not have in it what Camunda needs. The
   * lists of most products are incomplete.
   */
  lists?: Readonly<Partial<Record<SupportedList, string>>>;
  /** Endpoints rightly lie on other hosts than the issuer. */
  foreignHosts?: boolean;
  /** What a client-credentials request needs beside client ID and secret. */
  tokenRequest?: 'default-scope' | 'audience-parameter';
  /** The product has no client-credentials grant for applications of this kind. */
  noClientCredentials?: boolean;
  /** Access tokens name their version in `ver`, and Camunda needs this one. */
  tokenVersion?: string;
  /** Where access tokens of another version come from. */
  oldTokenIssuer?: RegExp;
  /**
   * The first redirect URI that is used gets registered where none is. No other than the record's own may
   * ever be sent there.
   */
  registersRedirectUris?: boolean;
  /**
   * Whether an unknown code is refused only after client and secret were accepted, as RFC 6749 section
   * 4.1.3 says; false where that is not certain.
   */
  checksClientBeforeCode?: boolean;
  /** Wrong secrets lock an application: none that is made up is ever sent there. */
  locksClients?: boolean;
  /** Camunda's page has steps of its own for the product: the provider type that a record is to have. */
  providerType?: ProviderType;
  /** Claims for the Orchestration Cluster, where the chart's defaults do not suit the product's tokens. */
  clusterClaims?: Readonly<Partial<ClusterClaims>>;
  /** Answers other than invalid_client by which its token endpoint refuses client ID or secret. */
  clientRefusals?: ReadonlyArray<{ status: number; error: string }>;
  /** What its answers mean. */
  explanations?: readonly Explanation[];
  /** Its issuers end in a slash, in the document and in every token. */
  issuerEndsInSlash?: boolean;
  /** Tokens of client credentials have no `aud` claim. */
  tokensLackAudience?: boolean;
  /** Ends of its endpoints, which people take for the issuer; what stands before is it. */
  endpointPaths?: RegExp;
  /** Issuers of the product that somebody may have meant who typed another address. Each is a request. */
  meantIssuers?(typed: string): readonly string[];
  /** Judges an issuer that its document names, where that may be one that Camunda cannot use. */
  unusableIssuer?(
    issuer: string,
    document: Readonly<Record<string, unknown>>,
  ): UnusableIssuer | undefined;
  /**
   * What to do where a component sends people to the product at another authorization endpoint than the
   * record's provider has.
   */
  strayRemedy?(actual: string, expected: string): string | undefined;
  /** What to do in this product about a finding, by its code. */
  remedies?: Readonly<Partial<Record<string, string>>>;
  /** Where settings are, as a path through the product's own pages. */
  admin: Readonly<Partial<Record<AdminTopic, string>>>;
  /** The product's own documentation, or its admin pages where every customer has the same address. */
  docsUrl: string;
}

/**
 * Endpoints of a document, for recognising a product by their paths.
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
 * Host of an issuer, empty for a text that is no URL.
 *
 * @public
 */
export function hostOf(issuer: unknown): string {
  return typeof issuer === 'string' && URL.canParse(issuer)
    ? new URL(issuer).hostname
    : '';
}

/**
 * Path of an issuer, empty for a text that is no URL.
 *
 * @public
 */
export function pathOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).pathname : '';
}
