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
 * What is checked: a record, or the parts of a draft that exist so far.
 *
 * @public
 */
export interface CheckInput extends LintInput {
  /** Secrets for this run, by client. */
  secrets?: RunSecrets;
  /** Stored secrets that are not used in this run. */
  withheld?: WithheldSecrets;
  /**
   * Origins of the token endpoints that secrets are bound to, by client. A bound secret is sent to no other,
   * whatever the discovery document says.
   */
  tokenOrigins?: ByClient<string>;
}

/**
 * How much a run asks of a provider. `full`: everything, for a person who is waiting. `scheduled`: discovery,
 * key set and one token request per secret; nothing that a provider would log as a failed sign-in.
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
  /** What the last run found out about this record's provider. */
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
  /** The current key set, bypassing every cache: keys may have been rotated. */
  freshJwks(): Promise<JwksOutcome>;
  /** The product's profile, found by address and discovery document. Never rejects. */
  profile(): Promise<ProviderProfile>;
  /** The same as known so far: by address only, until the document has arrived. */
  profileSoFar(): ProviderProfile;
  /** All known products, those of other packages first. */
  profiles: readonly ProviderProfile[];
}

/**
 * What a run hands on to the next run of the same record.
 *
 * @public
 */
export interface PreviousRun {
  /** As in {@link CheckOutcome}. */
  discoveryDigest?: string;
}

/**
 * A planned finding: a code and its subject; without a subject, the code for any subject.
 *
 * @public
 */
export interface PlannedFinding {
  code: string;
  subject?: FindingSubject;
}

/**
 * A check. Reports findings as it goes; what it cannot decide is `unknown`, never an exception.
 *
 * @public
 */
export interface ProviderCheck {
  /** Codes of its own, for a check that is not part of this package. */
  definitions?: readonly FindingDefinition[];
  /** The findings that this check will report about `context`; empty when it does not apply. */
  plan(context: CheckContext): PlannedFinding[];
  run(context: CheckContext, report: (finding: Finding) => void): Promise<void>;
}

/** @public */
export interface CheckOutcome {
  plan: PlannedFinding[];
  findings: Finding[];
  discovered?: Discovered;
  /**
   * Digest of the discovery document for the next run, independent of member order; at most 64 characters.
   * Absent if there was no document.
   */
  discoveryDigest?: string;
}
