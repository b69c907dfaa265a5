import {
  describeClients,
  secretsExpireAt,
  type ReportStatus,
} from 'backstage-plugin-camunda-identity-common';
import { readDiscovered } from '../record/discovered';
import { healthDigest } from '../record/healthDigest';
import { searchColumn } from './database/search';
import type {
  ListedConnection,
  StoredConnection,
} from '../record/StoredConnection';

/** A row of the table `connections`. */
export interface ConnectionRow {
  id: string;
  name: string;
  entity_ref: string;
  owner: string;
  camunda_version: string;
  provider_type: string;
  revision: number;
  data: string;
  search_text: string;
  has_extras: number;
  claim_state: string;
  claim_set_at: string;
  claim_set_by: string;
  discovered: string | null;
  verdicts: string;
  told: string;
  report_id: string;
  recent: string;
  status: string;
  status_rank: number;
  checked_at: string;
  secrets_expire_at: string;
  /** Empty, or JSON. */
  verified: string;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

const RANKS: Record<ReportStatus, number> = {
  fail: 0,
  warn: 1,
  unknown: 2,
  pass: 3,
};

function searchText(data: StoredConnection['data']): string {
  const provider =
    data.provider.type === 'GENERIC'
      ? data.provider.issuer
      : data.provider.tenantId;
  const clientIds = describeClients(data).map(({ clientId }) => clientId);
  return searchColumn([
    data.name,
    data.title ?? '',
    provider,
    ...new Set(clientIds),
  ]);
}

/** Columns that a check run changes. */
export function healthColumns(
  health: Pick<
    StoredConnection,
    'discovered' | 'verdicts' | 'recent' | 'status' | 'checkedAt'
  >,
) {
  const { told, reportId } = healthDigest(health);
  return {
    discovered: health.discovered ? JSON.stringify(health.discovered) : null,
    verdicts: JSON.stringify(health.verdicts),
    told: JSON.stringify(told),
    report_id: reportId ?? '',
    recent: JSON.stringify(health.recent),
    status: health.status,
    status_rank: RANKS[health.status],
    checked_at: health.checkedAt ?? '',
  };
}

export function toRow(
  connection: StoredConnection,
): Omit<ConnectionRow, 'has_extras' | 'verified'> {
  const { data, claim } = connection;
  return {
    id: connection.id,
    name: data.name,
    entity_ref: data.entityRef,
    owner: data.owner,
    camunda_version: data.camundaVersion,
    provider_type: data.provider.type,
    revision: connection.revision,
    data: JSON.stringify(data),
    search_text: searchText(data),
    claim_state: claim.state,
    claim_set_at: claim.setAt ?? '',
    claim_set_by: claim.setBy ?? '',
    secrets_expire_at: secretsExpireAt(data) ?? '',
    created_at: connection.createdAt,
    created_by: connection.createdBy,
    updated_at: connection.updatedAt,
    updated_by: connection.updatedBy,
    ...healthColumns(connection),
  };
}

const SUMMARY_COLUMNS = [
  'id',
  'name',
  'revision',
  'data',
  'claim_state',
  'claim_set_at',
  'claim_set_by',
  'discovered',
  'told',
  'report_id',
  'status',
  'status_rank',
  'checked_at',
  'secrets_expire_at',
  'verified',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'has_extras',
] as const;

/** The columns that lists read: not the verdicts, by far the largest column. */
export const LIST_COLUMNS = {
  summary: SUMMARY_COLUMNS,
  full: [...SUMMARY_COLUMNS, 'recent'],
} as const;

/** A row with one of {@link LIST_COLUMNS}. */
export type ListedRow = Pick<ConnectionRow, (typeof SUMMARY_COLUMNS)[number]> &
  Partial<Pick<ConnectionRow, 'recent'>>;

function commonOf(row: ListedRow) {
  return {
    id: row.id,
    revision: row.revision,
    data: JSON.parse(row.data) as StoredConnection['data'],
    claim: {
      state: row.claim_state as StoredConnection['claim']['state'],
      setAt: row.claim_set_at || undefined,
      setBy: row.claim_set_by || undefined,
    },
    discovered: readDiscovered(row.discovered),
    status: row.status as ReportStatus,
    checkedAt: row.checked_at || undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    secretsExpireAt: row.secrets_expire_at || undefined,
    verified: row.verified ? JSON.parse(row.verified) : undefined,
    hasExtras: row.has_extras === 1,
  };
}

export function fromRow(row: ConnectionRow): StoredConnection {
  return {
    ...commonOf(row),
    verdicts: JSON.parse(row.verdicts),
    recent: JSON.parse(row.recent),
  };
}

export function fromListedRow(row: ListedRow): ListedConnection {
  return {
    ...commonOf(row),
    told: JSON.parse(row.told),
    reportId: row.report_id || undefined,
    recent: row.recent === undefined ? undefined : JSON.parse(row.recent),
  };
}
