import type { z } from 'zod';
import type {
  ClientKey,
  ClientType,
  EntraPlatform,
  GrantType,
  Note,
} from '../camunda';
import type { Coverage, ReportStatus } from '../checks/types';
import type { Discovered } from '../providers/schema';
import type { ProviderSummary } from '../providers/summary';
import type {
  createConnectionSchema,
  createDraftSchema,
  createNewConnectionSchema,
} from './schema';

/**
 * What a person edits of a record.
 *
 * @public
 */
export type ConnectionInput = z.output<
  ReturnType<typeof createConnectionSchema>
>;

/** @public */
export type NewConnection = z.output<
  ReturnType<typeof createNewConnectionSchema>
>;

/** @public */
export type ConnectionDraft = z.output<ReturnType<typeof createDraftSchema>>;

/** @public */
export type InitialClaimState = 'pending' | 'set';

/**
 * An initial claim as it is answered: without the value for people outside the owning team.
 *
 * @public
 */
export interface InitialClaim {
  name: string;
  value?: string;
  valueHidden?: true;
  state: InitialClaimState;
  /** ISO 8601. */
  setAt?: string;
  /** Entity reference. */
  setBy?: string;
}

/**
 * A secret that is stored encrypted, as it is answered: never its value.
 *
 * @public
 */
export interface StoredSecretSlot {
  /** ISO 8601. */
  setAt: string;
  /** Entity reference. */
  setBy: string;
  /** ISO 8601. */
  expiresAt?: string;
}

/**
 * What a record's view adds to a client's secret where one is stored.
 *
 * @public
 */
export interface StoredSecret extends StoredSecretSlot {
  stored: true;
  /** The one that replaces it when it is promoted. */
  next?: StoredSecretSlot;
}

/**
 * One application at the provider, worked out from the record and Camunda's facts.
 *
 * @public
 */
export interface ConnectionClient {
  key: ClientKey;
  title: string;
  clientId: string;
  clientType: ClientType;
  entraPlatform: EntraPlatform;
  redirectUris: string[];
  /** Where the provider may send people after a logout there; often empty. */
  postLogoutRedirectUris: string[];
  helmRedirectUrl?: string;
  grantTypes: GrantType[];
  scopes: string[];
  notes: Array<Pick<Note, 'code' | 'severity' | 'text' | 'docsUrl'>>;
}

/** @public */
export interface HealthEntry {
  status: ReportStatus;
  checkedAt: string;
  reportId: string;
}

/** @public */
export interface ConnectionHealth {
  status: ReportStatus;
  checkedAt?: string;
  reportId?: string;
  /** What the status rests on. */
  coverage: Coverage;
  /** At most 30, newest first. */
  recent: HealthEntry[];
}

/**
 * When a real sign-in last succeeded, as the record is now.
 *
 * @public
 */
export interface Verified {
  /** ISO 8601. */
  at: string;
  /** Entity reference. */
  by: string;
  /** That was signed in to. */
  client: ClientKey;
}

/**
 * A connection record as the API answers it.
 *
 * @public
 */
export interface Connection extends Omit<ConnectionInput, 'initialClaim'> {
  id: string;
  /** Covers what a person edits, not what follows from checks. */
  etag: string;
  initialClaim: InitialClaim;
  clients: ConnectionClient[];
  providerSummary: ProviderSummary;
  discovered?: Discovered;
  health: ConnectionHealth;
  secretsExpireAt?: string;
  verified?: Verified;
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}
