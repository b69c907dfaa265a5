import type { StoredConnection } from '../record/StoredConnection';

/** A record that only this replica may check until the lease ends. */
export interface Lease {
  connection: StoredConnection;
  ticket: string;
  /** ISO 8601, or empty for "at once". */
  dueAt: string;
  /** Consecutive failed scheduled runs before this one. */
  failures: number;
  /** Empty when none is known. */
  discoveryDigest: string;
}

/** Distributes due records among replicas. */
export interface LeasesStore {
  /**
   * Takes up to `limit` due records, longest due first.
   *
   * @param leaseMs - time after which another replica may take them if this one dies
   */
  take(limit: number, leaseMs: number): Promise<Lease[]>;

  /** Gives a record back, due again at `dueAt` (milliseconds since 1970). */
  release(
    lease: Lease,
    next: { dueAt: number; failures?: number },
  ): Promise<void>;

  countDue(): Promise<number>;
}
