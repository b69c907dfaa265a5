import type { ReportStatus } from 'backstage-plugin-camunda-identity-common';
import type { CheckInput } from '../../checks/types';
import type { GuardedHttpOptions } from '../../http';
import type { Faults } from './FaultyProvider';

/** A way in which a provider misbehaves, and what the engine is to say of it. */
export interface Fault {
  name: string;
  faults: Faults;
  /** `code result`, or `code client result`; each has to be among the findings. */
  expected: string[];
  /** Of the whole run. */
  status?: ReportStatus;
  /** Has to stand in the findings, somewhere: cause or fix. */
  says?: RegExp;
  /** Must stand nowhere in the findings. */
  never?: RegExp;
  /** Host name of the issuer; `localhost` by default. */
  host?: string;
  /** Issuer to configure instead of the provider's origin. */
  issuer?: (origin: string) => string;
  http?: GuardedHttpOptions;
  input?: Partial<CheckInput>;
  /** Ends by a time limit, which is short for it; all others have time enough on the busiest machine. */
  hangs?: boolean;
  /** The answer has no end, or unpacks to no end: the memory of the process is measured. */
  endless?: boolean;
}
