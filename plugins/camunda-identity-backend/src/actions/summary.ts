import {
  coverageWords,
  type ConnectionSummary,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import type { z as z3 } from 'zod/v3';

/** A connection as lists for tools show it, without personal data. */
export function summaryOf(connection: ConnectionSummary) {
  const { id, name, title, entityRef, owner, camundaVersion } = connection;
  const { providerSummary, health, secretsExpireAt } = connection;
  return {
    id,
    name,
    ...(title ? { title } : {}),
    entityRef,
    owner,
    camundaVersion,
    provider: providerSummary.title,
    issuer: providerSummary.issuer,
    status: health.status,
    coverage: coverageWords(health.coverage),
    ...(health.checkedAt ? { checkedAt: health.checkedAt } : {}),
    ...(secretsExpireAt ? { secretsExpireAt } : {}),
  };
}

/** The same shape, declared for the registry. */
export function summaryOutput(zod: typeof z3) {
  return {
    id: zod.string(),
    name: zod.string(),
    title: zod.string().optional(),
    entityRef: zod.string().describe('Catalog entity that runs Camunda'),
    owner: zod.string(),
    camundaVersion: zod.string(),
    provider: zod.string().describe('Product, e.g. Keycloak'),
    issuer: zod.string(),
    status: zod
      .enum(['unknown', 'pass', 'warn', 'fail'])
      .describe('Health: the last known verdict of the checks'),
    coverage: zod
      .string()
      .describe('What the status rests on: provider, clients, secrets'),
    checkedAt: zod.string().optional(),
    secretsExpireAt: zod.string().optional(),
  };
}

/** A finding in short form. */
export function shortFinding(entry: Finding) {
  const { code, result, subject, title, message, remedy, docsUrl } = entry;
  return {
    code,
    result,
    ...(subject.client ? { client: subject.client } : {}),
    title,
    message,
    ...(remedy ? { remedy } : {}),
    ...(docsUrl ? { docsUrl } : {}),
  };
}

/** The same shape, declared for the registry. */
export function findingOutput(zod: typeof z3) {
  return zod.object({
    code: zod.string().describe('Explained by the action explain-finding'),
    result: zod.string(),
    client: zod.string().optional(),
    title: zod.string(),
    message: zod.string(),
    remedy: zod.string().optional(),
    docsUrl: zod.string().optional(),
  });
}
