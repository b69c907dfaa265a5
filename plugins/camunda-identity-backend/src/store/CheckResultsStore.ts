import type { Report } from 'backstage-plugin-camunda-identity-common';
import type { HealthUpdate } from '../record/health';
import type { StoredConnection } from '../record/StoredConnection';
import type { SecretVersions } from './SecretsStore';

/** A run of a record, and what it makes of the record. */
export interface CheckResult {
  report: Report & { connectionId: string };
  /** Of the record that was checked. */
  revision: number;
  /** Makes the new health out of the one that is stored by then. */
  health(current: StoredConnection): HealthUpdate;
  /** Entity reference of the user who ran it. */
  by?: string;
  discoveryDigest?: string;
  /** Of the stored secrets that it sent: what it found of others says nothing of those that are stored now. */
  secretVersions?: SecretVersions;
  /** For a scheduled run: its lease, and when the record is due again. */
  lease?: {
    ticket: string;
    dueAt: number;
    failures: number;
  };
}

/** What became of a result. */
export type SavedResult =
  /**
   * Nothing was stored: the record is deleted, or the lease was lost, because the record was edited or
   * the lease had ended.
   */
  | { stored: false }
  /** `after` is absent when the record was edited meanwhile: its health is not touched. */
  | { stored: true; before: StoredConnection; after?: StoredConnection };

/** Keeps what came of runs: report, health and schedule change together or not at all. */
export interface CheckResultsStore {
  save(result: CheckResult): Promise<SavedResult>;

  /** What the last run of a record handed on to the next; undefined where there is nothing. */
  findDigest(connectionId: string): Promise<string | undefined>;
}
