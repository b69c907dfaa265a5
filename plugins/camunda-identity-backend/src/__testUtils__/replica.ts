import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type { ConnectionInput } from 'backstage-plugin-camunda-identity-common';
import { GuardedHttp } from 'backstage-plugin-camunda-identity-node';
import { createCheckServices } from '../wiring/createCheckServices';
import { readCamundaIdentityConfig } from '../config/readConfig';
import { DatabaseConnectionsStore } from '../store/DatabaseConnectionsStore';
import type { StoredConnection } from '../record/StoredConnection';
import { Audit } from '../audit/Audit';
import { ActiveSecrets } from '../secrets/ActiveSecrets';
import { CheckSecrets } from '../secrets/CheckSecrets';
import { createSecretVault } from '../wiring/createSecretVault';
import { newRecord } from './portal';

/** An audit that is discarded. */
export function silentAudit(): Audit {
  return new Audit(
    mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
  );
}

/** The background work of one replica, on a real database and a real network. */
export function createReplica(
  knex: Knex,
  config: object = {},
  services: { metrics?: MetricsService; tracing?: TracingService } = {},
) {
  const logger = mockServices.logger.mock();
  const notifications = { send: jest.fn(async () => {}) };
  const signals = { publish: jest.fn(async () => {}) };
  const events = mockServices.events.mock();
  const parsed = readCamundaIdentityConfig(
    mockServices.rootConfig({
      data: {
        camundaIdentity: {
          http: {
            allowPlainHttp: true,
            allowedHosts: ['localhost'],
            requestTimeoutMs: 10_000,
            runTimeoutMs: 20_000,
          },
          ...config,
        },
      },
    }),
  );
  const http = new GuardedHttp(parsed.http);
  const { vault } = createSecretVault({
    knex,
    config: parsed,
    audit: silentAudit(),
    logger,
    notifications,
  });
  const work = createCheckServices({
    knex,
    http,
    secrets: new CheckSecrets({
      vault,
      active: new ActiveSecrets(),
      audit: silentAudit(),
    }),
    config: parsed,
    metrics:
      services.metrics ??
      metricsServiceMock.mock({
        createCounter: () => ({ add: () => {} }),
        createHistogram: () => ({ record: () => {} }),
        createObservableGauge: () => ({
          addCallback: () => {},
          removeCallback: () => {},
        }),
      }),
    tracing: services.tracing ?? tracingServiceMock.mock(),
    notifications,
    signals,
    events,
    logger,
  });
  return {
    ...work,
    config: parsed,
    store: new DatabaseConnectionsStore(knex),
    vault,
    logger,
    notifications,
    signals,
    events,
    http,
    async stop() {
      await work.publisher.settled();
      await http.close();
    },
  };
}

export type Replica = ReturnType<typeof createReplica>;

/** A record as it is stored, due at once. */
export function storedRecord(
  name: string,
  issuer: string,
  change: Partial<ConnectionInput> = {},
): StoredConnection {
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    revision: 1,
    data: {
      ...(newRecord({
        name,
        owner: 'group:default/team-payments',
        provider: { type: 'GENERIC', issuer },
        initialClaim: {
          name: 'oid',
          value: '7f3c1d52-1111-4222-8333-944455556666',
        },
      }) as unknown as ConnectionInput),
      ...change,
    },
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
