import {
  coverageOf,
  describeClients,
  findingDefinition,
  hasUnknownCloud,
  secretsExpireAt,
  summarizeProvider,
  toldBy,
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
import type { StoredConnection } from './StoredConnection';

/** The report that says why health is what it is: that of the newest bad verdict, else the last one. */
function tellingReport(stored: StoredConnection): string | undefined {
  if (stored.status === 'pass' || stored.status === 'unknown')
    return stored.recent[0]?.reportId;
  const [newest] = stored.verdicts
    .filter(({ result, causedBy }) => result === stored.status && !causedBy)
    .sort((a, b) => b.at.localeCompare(a.at));
  return newest?.reportId ?? stored.recent[0]?.reportId;
}

/** What a view shows beside the record itself. */
export interface RecordExtras {
  secrets?: ByClient<StoredSecret>;
  claimWarning?: ClaimWarning;
}

type Note = ConnectionClient['notes'][number];

function noteOf(code: FindingCode, detail = ''): Note {
  const { explanation, remedy } = findingDefinition(code);
  return {
    code,
    severity: 'danger',
    text: [explanation, detail, remedy].filter(Boolean).join(' '),
  };
}

/** The applications at the provider, with what the record's own state has to say of each. */
function clientsOfRecord(
  { data }: StoredConnection,
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
  data: StoredConnection['data'],
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

/** A time of something that has happened: one in the future was written while a clock was ahead. */
function notAhead<T extends string | undefined>(at: T): T | string {
  if (at === undefined) return at;
  const now = new Date().toISOString();
  return at > now ? now : at;
}

/** @param clients - keys of the record's applications */
export function healthOf(
  stored: StoredConnection,
  clients: ClientKey[],
): ConnectionHealth {
  return {
    status: stored.status,
    checkedAt: notAhead(stored.checkedAt),
    reportId: tellingReport(stored),
    coverage: coverageOf(
      clients,
      stored.verdicts.length > 0 || !stored.told
        ? toldBy(stored.verdicts)
        : stored.told,
    ),
    recent: stored.recent.map(entry => ({
      ...entry,
      checkedAt: notAhead(entry.checkedAt),
    })),
  };
}

/** A record as the API answers it to its owners. */
export function toConnection(
  stored: StoredConnection,
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
    health: healthOf(
      stored,
      clients.map(({ key }) => key),
    ),
    secretsExpireAt: earliestExpiry(data, extras),
    createdAt: stored.createdAt,
    createdBy: stored.createdBy,
    updatedAt: stored.updatedAt,
    updatedBy: stored.updatedBy,
  };
}

const hidden = new WeakMap<Connection, Connection>();

/** The same for everybody else: the initial claim's value is personal. */
export function withoutClaimValue(connection: Connection): Connection {
  let view = hidden.get(connection);
  if (!view) {
    const { value: _value, ...claim } = connection.initialClaim;
    view = { ...connection, initialClaim: { ...claim, valueHidden: true } };
    hidden.set(connection, view);
  }
  return view;
}

const texts = new WeakMap<Connection, string>();

/** A view as JSON; made once, since views of lists are kept and a page of them is large. */
export function toJson(connection: Connection): string {
  let text = texts.get(connection);
  if (text === undefined) {
    text = JSON.stringify(connection);
    texts.set(connection, text);
  }
  return text;
}
