import type {
  ConnectionInput,
  Discovered,
  HealthEntry,
  InitialClaimState,
  ReportStatus,
} from 'backstage-plugin-camunda-identity-common';
import type { HealthDigest } from './healthDigest';
import type { Verdict } from './Verdict';

/** A record as it is kept: what people edit, and what followed from that. */
export interface StoredConnection {
  id: string;
  revision: number;
  data: ConnectionInput;
  claim: { state: InitialClaimState; setAt?: string; setBy?: string };
  discovered?: Discovered;
  verdicts: Verdict[];
  /** Newest first. */
  recent: HealthEntry[];
  status: ReportStatus;
  checkedAt?: string;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  /** Of references and of what is stored, the earliest; ISO 8601. Absent before it is stored. */
  secretsExpireAt?: string;
  /** Other tables have something of it; always looked up where this is not known. */
  hasExtras?: boolean;
}

/** A record as a list reads it. */
export interface ListedConnection
  extends Omit<StoredConnection, 'verdicts' | 'recent'>,
    HealthDigest {
  /** Not read for summaries. */
  recent?: HealthEntry[];
}
