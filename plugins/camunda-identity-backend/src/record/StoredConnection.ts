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

/** A stored record: what people edit, and derived data. */
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
  /** The last successful real sign-in. */
  verified?: StoredVerified;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
  /** Earliest expiry of referenced and stored secrets; ISO 8601. Absent before the record is stored. */
  secretsExpireAt?: string;
  /** Whether other tables have rows of it; if undefined, they are always queried. */
  hasExtras?: boolean;
}

/** A record's health as lists show it, so that they read neither verdicts nor earlier reports. */
export interface HealthDigest {
  /** Clients and secrets that the verdicts cover. */
  told: Told;
  /** The report that explains the health; absent if there is none. */
  reportId?: string;
}

/** A record as read by lists. */
export interface ListedConnection
  extends Omit<StoredConnection, 'verdicts' | 'recent'>,
    HealthDigest {
  /** Not read for summaries. */
  recent?: HealthEntry[];
}
