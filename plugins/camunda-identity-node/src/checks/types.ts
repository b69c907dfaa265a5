import type {
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
 * What is checked: a record, or as much of a draft as there is.
 *
 * @public
 */
export interface CheckInput extends LintInput {
  /** Secrets for this run, by client. */
  secrets?: RunSecrets;
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
