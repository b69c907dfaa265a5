import {
  recordClients,
  summarizeProvider,
  type ConnectionSummary,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import { etagOf } from './etag';
import type { ListedConnection } from './StoredConnection';
import { verifiedOf } from './verified';
import { healthOf } from './view';

/** A record as lists show it: a few hundred bytes, and nothing that only owners may see. */
export function toSummary(
  stored: ListedConnection,
  providers: ProviderContext,
): ConnectionSummary {
  const { data } = stored;
  const verified = verifiedOf(data, stored.verified);
  const { title, profile, issuer } = summarizeProvider(
    data.provider,
    providers,
    stored.discovered,
  );
  return {
    id: stored.id,
    etag: etagOf(stored),
    name: data.name,
    title: data.title,
    entityRef: data.entityRef,
    owner: data.owner,
    camundaVersion: data.camundaVersion,
    providerSummary: { title, profile, issuer },
    initialClaim: { state: stored.claim.state },
    health: healthOf(
      stored,
      recordClients(data).map(({ facts }) => facts.key),
    ),
    secretsExpireAt: stored.secretsExpireAt,
    verified: verified && { at: verified.at, client: verified.client },
    updatedAt: stored.updatedAt,
    updatedBy: stored.updatedBy,
  };
}
