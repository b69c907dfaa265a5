import type {
  ConnectionInput,
  Discovered,
  HealthEntry,
  InitialClaimState,
  ReportStatus,
  Told,
} from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from './Verdict';

/** A record as it is kept: what people edit, and what followed from that. */
export interface StoredConnection {
  id: string;
  revision: number;
  data: ConnectionInput;
  claim: { state: InitialClaimState; setAt?: string; setBy?: string };
  discovered?: Discovered;
  /** In a list only where they say why a record fails. */
  verdicts: Verdict[];
  /** What they tell of, for a list. */
  told?: Told;
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
  /** Another one whenever something has changed that is answered of the record; absent before it is stored. */
  viewKey?: string;
}
