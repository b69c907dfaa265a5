import { randomUUID } from 'node:crypto';
import type { ConnectionInput } from 'backstage-plugin-camunda-identity-common';
import type { StoredConnection } from '../../../plugins/camunda-identity-backend/src/record/StoredConnection';

/** A record as a team with six components has it, due at once. */
export function storedRecord(name: string, issuer: string): StoredConnection {
  const now = new Date().toISOString();
  const secret = (key: string) => ({
    kubernetesSecret: { name: 'camunda-oidc', key },
  });
  const web = (key: string) => ({
    url: `https://${key}.${name}.example.com`,
    clientId: `${name}-${key}`,
    audience: `${key}-api`,
    secret: secret(key),
  });
  return {
    id: randomUUID(),
    revision: 1,
    data: {
      name,
      title: `Camunda of ${name}`,
      entityRef: `system:default/${name}`,
      owner: 'group:default/team-payments',
      camundaVersion: '8.7',
      provider: { type: 'GENERIC', issuer },
      components: {
        identity: web('identity'),
        operate: web('operate'),
        tasklist: web('tasklist'),
        optimize: web('optimize'),
        zeebe: {
          clientId: `${name}-zeebe`,
          audience: 'zeebe-api',
          secret: secret('zeebe'),
        },
        connectors: {
          mode: 'inbound',
          clientId: `${name}-connectors`,
          secret: secret('connectors'),
        },
      },
      initialClaim: {
        name: 'oid',
        value: '7f3c1d52-1111-4222-8333-944455556666',
      },
    } as ConnectionInput,
    claim: { state: 'pending' },
    verdicts: [],
    recent: [],
    status: 'unknown',
    createdAt: now,
    createdBy: 'user:default/guest',
    updatedAt: now,
    updatedBy: 'user:default/guest',
  };
}
