import type {
  ByClient,
  Discovered,
  Finding,
  FindingDefinition,
  FindingSubject,
  LintInput,
  LintOptions,
  ProviderContext,
  ProviderProfile,
  RecordClient,
  ResolvedProvider,
  RunSecrets,
} from 'backstage-plugin-camunda-identity-common';
import type { GuardedHttp } from '../http';
import type { DiscoveryOutcome } from './discovery/fetchDiscovery';
import type { JwksOutcome } from './jwks/fetchJwks';
import type { TokenShelf } from './token/TokenShelf';

/**
 * Why a stored secret is not used in a run: it is bound to other addresses or another client ID; its key
 * is missing; the provider has refused it before; it was asked for today already.
 *
 * @public
 */
export type WithheldReason =
  | 'unbound'
  | 'unreadable'
  | 'known-wrong'
  | 'asked-today';

/** @public */
export type WithheldSecrets = ByClient<WithheldReason>;

/**
 * What is checked: a record, or as much of a draft as there is.
 *
 * @public
 */
export interface CheckInput extends LintInput {
  /** Secrets for this run, by client. */
  secrets?: RunSecrets;
  /** Secrets that are stored, but not used in this run. */
  withheld?: WithheldSecrets;
  /**
   * Origins of the token endpoints that secrets are bound to, by client. A bound secret is sent to no other,
   * whatever the discovery document says.
   */
  tokenOrigins?: ByClient<string>;
}

/**
 * How much a run asks of a provider. `full`: everything, for a person who waits for the answer. `scheduled`:
 * discovery, key set and a token request per secret; nothing that stands in a provider's log as a failed
 * sign-in.
 *
 * @public
 */
export type CheckDepth = 'full' | 'scheduled';

/**
 * A client of the record, with all that checks need to know of it.
 *
 * @public
 */
export type CheckedClient = RecordClient;

/**
 * Everything that the checks of one run share.
 *
 * @public
 */
export interface CheckContext {
  input: CheckInput;
  depth: CheckDepth;
  /** Whether the running components are asked what they send. */
  running: boolean;
  /** Access tokens of this run. */
  tokens: TokenShelf;
  /** What is known of this record's provider from the last run. */
  previous: PreviousRun;
  /** Clients that the record has, whether or not it names their client ID. */
  clients: readonly CheckedClient[];
  providers: ProviderContext;
  lint: LintOptions;
  resolved: ResolvedProvider;
  http: GuardedHttp;
  /** Ends the run. */
  signal: AbortSignal;
  /** The discovery document, fetched once in a run. Never rejects. */
  discovery(): Promise<DiscoveryOutcome>;
  /** The key set, fetched once in a run. Never rejects. */
  jwks(): Promise<JwksOutcome>;
  /** The key set as it is now, past every cache: keys may have been rotated since. */
  freshJwks(): Promise<JwksOutcome>;
  /** What is known of this product, from address and discovery document. Never rejects. */
  profile(): Promise<ProviderProfile>;
  /** The same as far as it is known by now: by the address, until the document is there. */
  profileSoFar(): ProviderProfile;
  /** Every product that is known, those of other packages first. */
  profiles: readonly ProviderProfile[];
}

/**
 * What a run hands on to the next one of the same record.
 *
 * @public
 */
export interface PreviousRun {
  /** As in {@link CheckOutcome}. */
  discoveryDigest?: string;
}

/**
 * A finding to come: a code and its subject; without a subject, the code whatever its subject.
 *
 * @public
 */
export interface PlannedFinding {
  code: string;
  subject?: FindingSubject;
}

/**
 * A check. Reports findings as it goes; what it could not tell is `unknown`, never an exception.
 *
 * @public
 */
export interface ProviderCheck {
  /** Codes of its own, for a check that is not part of this package. */
  definitions?: readonly FindingDefinition[];
  /** What this check will tell about `context`; empty when it does not apply. */
  plan(context: CheckContext): PlannedFinding[];
  run(context: CheckContext, report: (finding: Finding) => void): Promise<void>;
}

/** @public */
export interface CheckOutcome {
  plan: PlannedFinding[];
  findings: Finding[];
  discovered?: Discovered;
  /**
   * Of the discovery document, for the next run, whatever the order of its members; at most 64 characters.
   * Absent where there was no document.
   */
  discoveryDigest?: string;
}
