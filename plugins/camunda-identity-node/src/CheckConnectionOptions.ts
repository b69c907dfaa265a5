import type {
  Finding,
  ProviderContext,
  ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import type { DocumentCache } from './checks/DocumentCache';
import type {
  CheckDepth,
  PlannedFinding,
  PreviousRun,
  ProviderCheck,
} from './checks/types';
import type { GuardedHttp, Turn } from './http';

/** @public */
export interface CheckConnectionOptions {
  http: GuardedHttp;
  providers: ProviderContext;
  /** How much a run asks of the provider; `full` by default. */
  depth?: CheckDepth;
  /** Ask the running components what they send; by default where the depth is `full`. */
  running?: boolean;
  /** Documents that the runs of a sweep share; by default each run fetches its own. */
  documents?: DocumentCache;
  /** What the previous run of the same record handed on. */
  previous?: PreviousRun;
  /** Checks in addition to those of this package. */
  extraChecks?: readonly ProviderCheck[];
  /** Product profiles in addition to the built-in ones, tried first; defaults to those of `providers`. */
  profiles?: readonly ProviderProfile[];
  /** The installation allows plain http and loopback providers. */
  insecureAllowed?: boolean;
  /**
   * Milliseconds that the provider has for a whole run; 10,000 by default. The time that requests wait for a
   * place at the provider's host does not count, and may be as long again.
   */
  runTimeoutMs?: number;
  /** On whose behalf the run is made: requests of different users and records take turns. */
  turn?: Turn;
  /** Cancels the run. */
  signal?: AbortSignal;
  onPlan?(plan: PlannedFinding[]): void;
  onFinding?(finding: Finding): void;
}
