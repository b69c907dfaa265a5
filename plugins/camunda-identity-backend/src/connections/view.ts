import {
  describeClients,
  profileOf,
  resolveProvider,
  secretsExpireAt,
  type Connection,
  type ConnectionInput,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import { etagOf } from './etag';
import type { StoredConnection } from './types';

/** The report that says why health is what it is: that of the newest bad verdict, else the last one. */
function tellingReport(stored: StoredConnection): string | undefined {
  const [newest] = stored.verdicts
    .filter(({ result }) => result === stored.status && result !== 'pass')
    .sort((a, b) => b.at.localeCompare(a.at));
  return newest?.reportId ?? stored.recent[0]?.reportId;
}

/** A record as the API answers it to its owners. */
export function toConnection(
  stored: StoredConnection,
  providers: ProviderContext,
): Connection {
  const { data, claim } = stored;
  const resolved = resolveProvider(data.provider, providers, stored.discovered);
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
    clients: describeClients(data),
    providerSummary: {
      ...profileOf(data.provider, providers),
      issuer: resolved.issuer,
      issuerBackendUrl: resolved.issuerBackendUrl,
    },
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
