import type { Finding } from '../../checks';
import type { CamundaVersion } from '../../camunda';
import type {
  ProviderContext,
  ResolvedProvider,
  Provider,
} from '../../providers';
import type { MachineClient } from '../machineClients';
import type { RecordClient } from '../recordClients';
import type { Components } from '../components';

/**
 * What lint rules look at: a record, or as much of a draft as was typed.
 *
 * @public
 */
export interface LintInput {
  camundaVersion: CamundaVersion;
  provider: Provider;
  components: Partial<Components>;
  machineClients?: readonly MachineClient[];
  initialClaim?: { name: string; value?: string };
  /**
   * A deleted record had this name or Identity URL, and its claim was set: when that was, and when it was
   * deleted (ISO 8601). Absent once it is known what claim Camunda has.
   */
  claimSetBefore?: { claimSetAt: string; deletedAt: string };
}

/** @public */
export interface LintOptions {
  /**
   * The installation allows plain http and loopback providers (a development portal): these findings are
   * information then, not warnings.
   */
  insecureAllowed: boolean;
  /** Now, for expiry dates. */
  now: Date;
}

/** A record prepared once for all rules. */
export interface LintContext extends LintInput, LintOptions {
  providers: ProviderContext;
  resolved: ResolvedProvider;
  clients: RecordClient[];
}

/** One file per rule group; each returns what it found. */
export type LintRule = (context: LintContext) => Finding[];
