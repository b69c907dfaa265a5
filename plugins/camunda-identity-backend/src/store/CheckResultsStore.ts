import type { Report } from 'backstage-plugin-camunda-identity-common';
import type { HealthUpdate } from '../record/health';
import type { StoredConnection } from '../record/StoredConnection';
import type { SecretVersions } from './SecretsStore';

/** The result of a run, and its effect on the record. */
export interface CheckResult {
  report: Report & { connectionId: string };
  /** Revision of the checked record. */
  revision: number;
  /** Computes the new health from the one stored at that time. */
  health(current: StoredConnection): HealthUpdate;
  /** Entity reference of the user who ran it. */
  by?: string;
  discoveryDigest?: string;
  /** Versions of the stored secrets that it sent; its findings do not apply to secrets stored later. */
  secretVersions?: SecretVersions;
  /** For a scheduled run: its lease, and when the record is due next. */
  lease?: {
    ticket: string;
    dueAt: number;
    failures: number;
  };
}

/** Whether a result was stored. */
export type SavedResult =
  /**
   * Nothing was stored: the record is deleted, or the lease was lost, because the record was edited or
   * the lease had ended.
   */
  | { stored: false }
  /** `after` is absent when the record was edited meanwhile: its health is not touched. */
  | { stored: true; before: StoredConnection; after?: StoredConnection };

/** Stores results of runs: report, health and schedule change together or not at all. */
export interface CheckResultsStore {
  save(result: CheckResult): Promise<SavedResult>;

  /** Digest of the discovery document in a record's last run. */
  findDigest(connectionId: string): Promise<string | undefined>;
}
