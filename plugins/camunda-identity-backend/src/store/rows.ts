import {
  describeClients,
  secretsExpireAt,
  toldBy,
  type ReportStatus,
} from 'backstage-plugin-camunda-identity-common';
import type { Knex } from 'knex';
import { readDiscovered } from '../record/discovered';
import { searchColumn } from './database/search';
import type { StoredConnection } from '../record/StoredConnection';

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
  has_extras: number;
  claim_state: string;
  claim_set_at: string;
  claim_set_by: string;
  discovered: string | null;
  verdicts: string;
  /** Empty in rows that no check has written since it is kept. */
  told: string;
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
    told: JSON.stringify(toldBy(health.verdicts)),
    recent: JSON.stringify(health.recent),
    status: health.status,
    status_rank: RANKS[health.status],
    checked_at: health.checkedAt ?? '',
  };
}

export function toRow(
  connection: StoredConnection,
): Omit<ConnectionRow, 'view_version' | 'has_extras'> {
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

const LIST_COLUMNS = [
  'id',
  'name',
  'revision',
  'data',
  'claim_state',
  'claim_set_at',
  'claim_set_by',
  'discovered',
  'told',
  'recent',
  'status',
  'status_rank',
  'checked_at',
  'secrets_expire_at',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'view_version',
  'has_extras',
] as const;

/** What a list needs of a row: of verdicts, the largest column by far, those that say why a record fails. */
export function listColumns(knex: Knex) {
  return [
    ...LIST_COLUMNS,
    knex.raw(
      "case when status in ('fail', 'warn') or told = '' then verdicts else '[]' end as verdicts",
    ),
  ];
}

/** Reads a column of JSON when it is looked at: a list that has kept its views looks at none. */
function lazy<T>(read: () => string): () => T {
  let value: T | undefined;
  return () => {
    value ??= JSON.parse(read()) as T;
    return value;
  };
}

/** @param row - whole, or with {@link listColumns} */
export function fromRow(row: ConnectionRow): StoredConnection {
  const data = lazy<StoredConnection['data']>(() => row.data);
  const verdicts = lazy<StoredConnection['verdicts']>(() => row.verdicts);
  const recent = lazy<StoredConnection['recent']>(() => row.recent);
  return {
    id: row.id,
    revision: row.revision,
    get data() {
      return data();
    },
    claim: {
      state: row.claim_state as StoredConnection['claim']['state'],
      setAt: row.claim_set_at || undefined,
      setBy: row.claim_set_by || undefined,
    },
    discovered: readDiscovered(row.discovered),
    get verdicts() {
      return verdicts();
    },
    told: row.told ? JSON.parse(row.told) : undefined,
    get recent() {
      return recent();
    },
    status: row.status as ReportStatus,
    checkedAt: row.checked_at || undefined,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    secretsExpireAt: row.secrets_expire_at || undefined,
    hasExtras: row.has_extras === 1,
    // The dates as well: a database that was restored from a backup counts from where it was.
    viewKey: `${row.id} ${row.view_version} ${row.updated_at} ${row.checked_at}`,
  };
}
