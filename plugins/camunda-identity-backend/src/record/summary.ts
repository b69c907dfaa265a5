import {
  CAMUNDA_VERSIONS,
  DESCRIBED_VERSIONS,
  isLater,
  recordClients,
  summarizeProvider,
  upgradeRecord,
  type CamundaVersion,
  type ConnectionSummary,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import { etagOf } from './etag';
import type { ListedConnection } from './StoredConnection';
import { verifiedOf } from './verified';
import { healthOf } from './view';

/** What an upgrade leaves to the team: to the wanted version, otherwise to the next one. */
function upgradeOf(
  { data }: ListedConnection,
  wanted: CamundaVersion | undefined,
): ConnectionSummary['upgrade'] {
  const { camundaVersion } = data;
  const next = CAMUNDA_VERSIONS[CAMUNDA_VERSIONS.indexOf(camundaVersion) + 1];
  const to = wanted ?? next;
  if (!to || !DESCRIBED_VERSIONS.includes(to) || !isLater(to, camundaVersion))
    return undefined;
  const { questions } = upgradeRecord(data, to);
  return { to, questions: questions.length };
}

/** A record as lists show it: a few hundred bytes, without anything that only owners may see. */
export function toSummary(
  stored: ListedConnection,
  providers: ProviderContext,
  upgradeTo?: CamundaVersion,
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
    upgrade: upgradeOf(stored, upgradeTo),
    updatedAt: stored.updatedAt,
    updatedBy: stored.updatedBy,
  };
}
