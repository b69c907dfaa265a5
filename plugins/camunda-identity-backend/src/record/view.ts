import {
  coverageOf,
  describeClients,
  findingDefinition,
  hasUnknownCloud,
  secretsExpireAt,
  summarizeProvider,
  type ByClient,
  type ClientKey,
  type Connection,
  type ConnectionClient,
  type ConnectionHealth,
  type FindingCode,
  type ProviderContext,
  type StoredSecret,
} from 'backstage-plugin-camunda-identity-common';
import type { ClaimWarning } from './ClaimWarning';
import { etagOf } from './etag';
import { withStoredSecrets } from './secretsInView';
import type { ListedConnection } from './StoredConnection';
import { verifiedOf } from './verified';

/** Rows of other tables that belong to a view. */
export interface RecordExtras {
  secrets?: ByClient<StoredSecret>;
  claimWarning?: ClaimWarning;
}

type ClientNote = ConnectionClient['notes'][number];

function noteOf(code: FindingCode, detail = ''): ClientNote {
  const { explanation, remedy } = findingDefinition(code);
  return {
    code,
    severity: 'danger',
    text: [explanation, detail, remedy].filter(Boolean).join(' '),
  };
}

/** The applications at the provider, with notes that follow from the record's own state. */
function clientsOfRecord(
  { data }: ListedConnection,
  providers: ProviderContext,
  { claimWarning }: RecordExtras,
): ConnectionClient[] {
  const cloud = hasUnknownCloud(data.provider, providers)
    ? [noteOf('record.unknown-cloud')]
    : [];
  const claim = claimWarning
    ? [
        noteOf(
          'record.initial-claim-set-before',
          `That was on ${claimWarning.deletedAt}, and the claim was set on ${claimWarning.claimSetAt}.`,
        ),
      ]
    : [];
  return describeClients(data).map(client => ({
    ...client,
    notes: [
      ...client.notes,
      ...cloud,
      ...(client.key === 'identity' ? claim : []),
    ],
  }));
}

function earliestExpiry(
  data: ListedConnection['data'],
  { secrets }: RecordExtras,
): string | undefined {
  const stored = Object.values(secrets ?? {}).flatMap(({ expiresAt, next }) => [
    expiresAt,
    next?.expiresAt,
  ]);
  return [secretsExpireAt(data), ...stored]
    .filter(date => date !== undefined)
    .sort()[0];
}

/** Caps a time in the past at now: one in the future was stored while a clock was ahead. */
function notAhead<T extends string | undefined>(at: T): T | string {
  if (at === undefined) return at;
  const now = new Date().toISOString();
  return at > now ? now : at;
}

/**
 * Health without the earlier reports.
 *
 * @param clients - keys of the record's applications
 */
export function healthOf(
  record: ListedConnection,
  clients: ClientKey[],
): Omit<ConnectionHealth, 'recent'> {
  return {
    status: record.status,
    checkedAt: notAhead(record.checkedAt),
    reportId: record.reportId,
    coverage: coverageOf(clients, record.told),
  };
}

/** A record in the API's representation for its owners. */
export function toConnection(
  stored: ListedConnection,
  providers: ProviderContext,
  extras: RecordExtras = {},
): Connection {
  const { data, claim } = stored;
  const clients = clientsOfRecord(stored, providers, extras);
  return {
    id: stored.id,
    etag: etagOf(stored),
    ...data,
    ...withStoredSecrets(data, extras.secrets),
    initialClaim: {
      ...data.initialClaim,
      state: claim.state,
      setAt: claim.setAt,
      setBy: claim.setBy,
    },
    clients,
    providerSummary: summarizeProvider(
      data.provider,
      providers,
      stored.discovered,
    ),
    discovered: stored.discovered,
    health: {
      ...healthOf(
        stored,
        clients.map(({ key }) => key),
      ),
      recent: (stored.recent ?? []).map(entry => ({
        ...entry,
        checkedAt: notAhead(entry.checkedAt),
      })),
    },
    secretsExpireAt: earliestExpiry(data, extras),
    verified: verifiedOf(data, stored.verified),
    createdAt: stored.createdAt,
    createdBy: stored.createdBy,
    updatedAt: stored.updatedAt,
    updatedBy: stored.updatedBy,
  };
}

/** The view for everybody else, without the value of the initial claim, which is personal. */
export function withoutClaimValue(connection: Connection): Connection {
  const { value: _value, ...claim } = connection.initialClaim;
  return { ...connection, initialClaim: { ...claim, valueHidden: true } };
}
