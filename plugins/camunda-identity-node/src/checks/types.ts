import type {
  ClientKey,
  Discovered,
  Finding,
  FindingSubject,
  LintInput,
  LintOptions,
  ProviderContext,
  ResolvedProvider,
  RunSecrets,
} from 'backstage-plugin-camunda-identity-common';
import type { GuardedHttp } from '../http';
import type { DiscoveryOutcome } from './discovery/fetchDiscovery';
import type { JwksOutcome } from './jwks/fetchJwks';

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
export type WithheldSecrets = Partial<Record<ClientKey, WithheldReason>>;

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
  tokenOrigins?: Partial<Record<ClientKey, string>>;
}

/** Everything that the checks of one run share. */
export interface CheckContext {
  input: CheckInput;
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

/** A check. Reports findings as it goes; what it could not tell is `unknown`, never an exception. */
export interface ProviderCheck {
  /** What this check will tell about `context`; empty when it does not apply. */
  plan(context: CheckContext): PlannedFinding[];
  run(context: CheckContext, report: (finding: Finding) => void): Promise<void>;
}

/** @public */
export interface CheckOutcome {
  plan: PlannedFinding[];
  findings: Finding[];
  discovered?: Discovered;
}
