import type { StoredVerified } from '../record/verified';

/** A sign-in under way. The hashes name it; what is sealed the store cannot read. */
export interface LoginTestRow {
  idHash: string;
  stateHash: string;
  /** Absent for a draft. */
  connectionId?: string;
  /** Entity reference. */
  begunBy: string;
  sealedId: string;
  sealed: string;
  /** Absent until the provider has answered. */
  sealedAnswer?: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** Where the provider's answer belongs. */
export interface AwaitedLogin {
  sealedId: string;
  /** Of the record; absent for a draft. */
  connectionName?: string;
}

/** Sign-ins under way. Those that have expired are as if they were not there. */
export interface LoginTestsStore {
  /** Forgets those that have expired, too. */
  add(row: LoginTestRow): Promise<void>;

  findByState(stateHash: string): Promise<AwaitedLogin | undefined>;

  /** @returns false where there is an answer already, or nobody waits for one */
  answer(stateHash: string, sealedAnswer: string): Promise<boolean>;

  find(idHash: string, begunBy: string): Promise<LoginTestRow | undefined>;

  /** Takes one out, with all that is sealed in it. @returns false where somebody else has just taken it */
  take(idHash: string): Promise<boolean>;

  /**
   * Marks a record as verified.
   *
   * @param revision - that the test was of
   * @returns false where the record has changed since
   */
  noteVerified(
    connectionId: string,
    revision: number,
    verified: StoredVerified,
  ): Promise<boolean>;

  /** Forgets those that have expired. */
  clean(): Promise<void>;
}
