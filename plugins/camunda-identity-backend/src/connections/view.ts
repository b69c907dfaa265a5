import {
  describeClients,
  findingDefinition,
  hasUnknownCloud,
  profileOf,
  resolveProvider,
  secretsExpireAt,
  type Connection,
  type ConnectionClient,
  type ConnectionInput,
  type ProviderContext,
  type ProviderSummary,
} from 'backstage-plugin-camunda-identity-common';
import { etagOf } from './etag';
import type { StoredConnection } from './types';

/** The report that says why health is what it is: that of the newest bad verdict, else the last one. */
function tellingReport(stored: StoredConnection): string | undefined {
  if (stored.status === 'pass' || stored.status === 'unknown')
    return stored.recent[0]?.reportId;
  const [newest] = stored.verdicts
    .filter(({ result }) => result === stored.status)
    .sort((a, b) => b.at.localeCompare(a.at));
  return newest?.reportId ?? stored.recent[0]?.reportId;
}

/** Title and addresses of the provider; a stand-in where its cloud is no longer configured. */
function summaryOf(
  stored: StoredConnection,
  providers: ProviderContext,
): ProviderSummary {
  const { provider } = stored.data;
  const profile = profileOf(provider, providers);
  if (hasUnknownCloud(provider, providers)) {
    const { cloud } = provider as { cloud?: string };
    return {
      ...profile,
      title: `Microsoft Entra ID (cloud "${cloud}" is not configured)`,
      issuer: '',
      issuerBackendUrl: '',
    };
  }
  const { issuer, issuerBackendUrl } = resolveProvider(
    provider,
    providers,
    stored.discovered,
  );
  return { ...profile, issuer, issuerBackendUrl };
}

/** The applications at the provider, with what the record's own state has to say of each. */
function clientsOfRecord(
  { data }: StoredConnection,
  providers: ProviderContext,
): ConnectionClient[] {
  const clients = describeClients(data);
  if (!hasUnknownCloud(data.provider, providers)) return clients;
  const { code, explanation, remedy } = findingDefinition(
    'record.unknown-cloud',
  );
  const note = {
    code,
    severity: 'danger' as const,
    text: `${explanation} ${remedy}`,
  };
  return clients.map(client => ({ ...client, notes: [...client.notes, note] }));
}

/** A record as the API answers it to its owners. */
export function toConnection(
  stored: StoredConnection,
  providers: ProviderContext,
): Connection {
  const { data, claim } = stored;
  return {
    id: stored.id,
    etag: etagOf(stored),
    ...data,
    initialClaim: {
      ...data.initialClaim,
      state: claim.state,
      setAt: claim.setAt,
      setBy: claim.setBy,
    },
    clients: clientsOfRecord(stored, providers),
    providerSummary: summaryOf(stored, providers),
    discovered: stored.discovered,
    health: {
      status: stored.status,
      checkedAt: stored.checkedAt,
      reportId: tellingReport(stored),
      recent: stored.recent,
    },
    secretsExpireAt: secretsExpireAt(data),
    createdAt: stored.createdAt,
    createdBy: stored.createdBy,
    updatedAt: stored.updatedAt,
    updatedBy: stored.updatedBy,
  };
}

/** The same for everybody else: the initial claim's value is personal. */
export function withoutClaimValue(connection: Connection): Connection {
  const { value: _value, ...claim } = connection.initialClaim;
  return { ...connection, initialClaim: { ...claim, valueHidden: true } };
}

/** What a person edits of a record, out of what was answered. */
export function toInput(connection: Connection): ConnectionInput {
  const { initialClaim } = connection;
  return {
    name: connection.name,
    title: connection.title,
    description: connection.description,
    entityRef: connection.entityRef,
    owner: connection.owner,
    camundaVersion: connection.camundaVersion,
    provider: connection.provider,
    components: connection.components,
    initialClaim: { name: initialClaim.name, value: initialClaim.value ?? '' },
    checks: connection.checks,
  };
}
