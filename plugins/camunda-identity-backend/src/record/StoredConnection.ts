import type {
  ConnectionInput,
  Discovered,
  HealthEntry,
  InitialClaimState,
  ReportStatus,
  Told,
} from 'backstage-plugin-camunda-identity-common';
import type { KnownVerdict } from './KnownVerdict';
import type { StoredVerified } from './verified';

/** A record as it is stored: what people edit, and what follows from it. */
export interface StoredConnection {
  id: string;
  revision: number;
  data: ConnectionInput;
  claim: { state: InitialClaimState; setAt?: string; setBy?: string };
  discovered?: Discovered;
  verdicts: KnownVerdict[];
  /** Newest first. */
  recent: HealthEntry[];
  status: ReportStatus;
  checkedAt?: string;
  /** The last real sign-in that went well. */
  verified?: StoredVerified;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  /** Earliest expiry of referenced and stored secrets; ISO 8601. Absent before the record is stored. */
  secretsExpireAt?: string;
  /** Whether other tables hold rows of it; where undefined, they are always queried. */
  hasExtras?: boolean;
}

/** What a list shows of a record's health, so that it reads neither verdicts nor earlier reports. */
export interface HealthDigest {
  /** Clients and secrets that the verdicts cover. */
  told: Told;
  /** The report that says why health is what it is; absent where there is none. */
  reportId?: string;
}

/** A record as a list reads it. */
export interface ListedConnection
  extends Omit<StoredConnection, 'verdicts' | 'recent'>,
    HealthDigest {
  /** Not read for summaries. */
  recent?: HealthEntry[];
}
