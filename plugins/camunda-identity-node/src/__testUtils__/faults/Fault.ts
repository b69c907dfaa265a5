import type { ReportStatus } from 'backstage-plugin-camunda-identity-common';
import type { CheckInput } from '../../checks/types';
import type { GuardedHttpOptions } from '../../http';
import type { Faults } from './FaultyProvider';

/** A way in which a provider misbehaves, and what the engine must report about it. */
export interface Fault {
  name: string;
  faults: Faults;
  /** `code result`, or `code client result`; each has to be among the findings. */
  expected: string[];
  /** Of the whole run. */
  status?: ReportStatus;
  /** Must appear somewhere in the findings: the cause or the fix. */
  says?: RegExp;
  /** Must not appear anywhere in the findings. */
  never?: RegExp;
  /** Host name of the issuer; `localhost` by default. */
  host?: string;
  /** Issuer to configure instead of the provider's origin. */
  issuer?: (origin: string) => string;
  http?: GuardedHttpOptions;
  input?: Partial<CheckInput>;
  /**
   * Ends by a time limit, which is kept short here; all other faults have enough time even on a busy machine.
   */
  hangs?: boolean;
  /** The answer never ends, or unpacks without end: the memory of the process is measured. */
  endless?: boolean;
}
