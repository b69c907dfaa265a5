import {
  describeClients,
  secretsExpireAt,
  type ReportStatus,
} from 'backstage-plugin-camunda-identity-common';
import { searchColumn } from '../database/search';
import type { StoredConnection } from './types';

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
  view_version: number;
  claim_state: string;
  claim_set_at: string;
  claim_set_by: string;
  discovered: string | null;
  verdicts: string;
  recent: string;
  status: string;
  status_rank: number;
  checked_at: string;
  secrets_expire_at: string;
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
  return {
    discovered: health.discovered ? JSON.stringify(health.discovered) : null,
    verdicts: JSON.stringify(health.verdicts),
    recent: JSON.stringify(health.recent),
    status: health.status,
    status_rank: RANKS[health.status],
    checked_at: health.checkedAt ?? '',
  };
}

export function toRow(
  connection: StoredConnection,
): Omit<ConnectionRow, 'view_version'> {
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

export function fromRow(row: ConnectionRow): StoredConnection {
  let verdicts: StoredConnection['verdicts'] | undefined;
  return {
    id: row.id,
    revision: row.revision,
    data: JSON.parse(row.data),
    claim: {
      state: row.claim_state as StoredConnection['claim']['state'],
      setAt: row.claim_set_at || undefined,
      setBy: row.claim_set_by || undefined,
    },
    discovered: row.discovered ? JSON.parse(row.discovered) : undefined,
    // The largest column by far, and a list seldom looks at it.
    get verdicts() {
      verdicts ??= JSON.parse(row.verdicts) as StoredConnection['verdicts'];
      return verdicts;
    },
    recent: JSON.parse(row.recent),
    status: row.status as ReportStatus,
    checkedAt: row.checked_at || undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
