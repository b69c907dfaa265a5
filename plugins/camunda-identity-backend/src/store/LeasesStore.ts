import type { StoredConnection } from '../record/StoredConnection';

/** A record that this replica, and no other, may check until the lease ends. */
export interface Lease {
  connection: StoredConnection;
  ticket: string;
  /** ISO 8601, or empty for "at once". */
  dueAt: string;
  /** Scheduled runs in a row that failed before. */
  failures: number;
  /** Empty when none is known. */
  discoveryDigest: string;
}

/** Shares due records out among replicas. */
export interface LeasesStore {
  /**
   * Takes up to `limit` due records, the longest due first.
   *
   * @param leaseMs - until another replica may take them, should this one die
   */
  take(limit: number, leaseMs: number): Promise<Lease[]>;

  /** Gives a record back, due again at `dueAt` (milliseconds since 1970). */
  release(
    lease: Lease,
    next: { dueAt: number; failures?: number },
  ): Promise<void>;

  countDue(): Promise<number>;
}
