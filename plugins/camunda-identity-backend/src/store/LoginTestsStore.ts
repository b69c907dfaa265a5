import type { StoredVerified } from '../record/verified';

/** A sign-in in progress, identified by hashes. The store cannot read its sealed content. */
export interface LoginTestRow {
  idHash: string;
  stateHash: string;
  /** Absent for a draft. */
  connectionId?: string;
  /** Entity reference. */
  begunBy: string;
  sealedId: string;
  sealed: string;
  /** Absent until the provider answers. */
  sealedAnswer?: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** The test to which the provider's answer belongs. */
export interface AwaitedLogin {
  sealedId: string;
  /** Id of the record; absent for a draft. */
  connectionName?: string;
}

/** Sign-ins in progress. Expired ones count as absent. */
export interface LoginTestsStore {
  /** Also deletes expired ones. */
  add(row: LoginTestRow): Promise<void>;

  findByState(stateHash: string): Promise<AwaitedLogin | undefined>;

  /** @returns false if there already is an answer, or none is expected */
  answer(stateHash: string, sealedAnswer: string): Promise<boolean>;

  find(idHash: string, begunBy: string): Promise<LoginTestRow | undefined>;

  /** Removes one with its sealed content. @returns false if somebody else has just taken it */
  take(idHash: string): Promise<boolean>;

  /**
   * Marks a record as verified.
   *
   * @param revision - revision of the test
   * @returns false if the record has changed since
   */
  noteVerified(
    connectionId: string,
    revision: number,
    verified: StoredVerified,
  ): Promise<boolean>;

  /** Deletes expired ones. */
  clean(): Promise<void>;
}
