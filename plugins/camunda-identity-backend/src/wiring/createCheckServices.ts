import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  TracingService,
} from '@backstage/backend-plugin-api/alpha';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { Knex } from 'knex';
import type {
  GuardedHttp,
  ProviderCheck,
} from 'backstage-plugin-camunda-identity-node';
import type { CamundaIdentityConfig } from '../config/readConfig';
import { countByStatus } from '../store/countByStatus';
import { claimWarnings } from '../store/claimMemory';
import { CheckMetrics } from '../metrics/CheckMetrics';
import { observeRecords } from '../metrics/observeRecords';
import { HealthOutbox } from '../store/HealthOutbox';
import { HealthPublisher } from '../notifications/HealthPublisher';
import { OwnerNotifier } from '../notifications/OwnerNotifier';
import { DatabaseLeases } from '../store/DatabaseLeases';
import { Retention } from '../store/Retention';
import { ScheduledChecks } from '../checks/ScheduledChecks';
import type { CheckSecrets } from '../secrets/CheckSecrets';
import { CheckRunner } from '../checks/CheckRunner';
import { DatabaseLoginTests } from '../store/DatabaseLoginTests';
import { DatabaseCheckResults } from '../store/DatabaseCheckResults';
import { DatabaseReportsStore } from '../store/DatabaseReportsStore';
import { OnDemandLimit } from '../store/OnDemandLimit';

/** Time for which a run may wait for its turn and the database before its replica counts as dead. */
const LEASE_RESERVE_MS = 30_000;

/** Far longer than publishing a change of health takes, including giving up. */
const TELLING_LEASE_MS = 120_000;

/** Creates the services that run checks, and store and publish their results. */
export function createCheckServices(options: {
  knex: Knex;
  http: GuardedHttp;
  secrets: CheckSecrets;
  config: CamundaIdentityConfig;
  metrics: MetricsService;
  tracing: TracingService;
  notifications: NotificationService;
  events: EventsService;
  signals: SignalsService;
  logger: LoggerService;
  /** Checks of other backend modules; filled before the first run. */
  extraChecks?: readonly ProviderCheck[];
}) {
  const { knex, config, logger } = options;
  const metrics = new CheckMetrics(options);
  const notifier = new OwnerNotifier({
    enabled: config.notifications,
    notifications: options.notifications,
    metrics,
    logger,
  });
  const runner = new CheckRunner({ ...options, metrics });
  const publisher = new HealthPublisher({
    ...options,
    outbox: new HealthOutbox({ knex, leaseMs: TELLING_LEASE_MS }),
    notifier,
    metrics,
    titleOf: code => runner.titleOf(code),
  });
  const { maxReports, maxAgeMs } = config.retention;
  const results = new DatabaseCheckResults({ knex, maxReports });
  const leases = new DatabaseLeases(knex);
  const limit = new OnDemandLimit(knex);
  const loginTests = new DatabaseLoginTests(knex);
  observeRecords({
    metrics: options.metrics,
    countByStatus: () => countByStatus(knex),
    countDue: () => leases.countDue(),
  });
  const shared = { runner, results, publisher, secrets: options.secrets };
  return {
    ...shared,
    notifier,
    limit,
    loginTests,
    reports: new DatabaseReportsStore(knex),
    scheduled: new ScheduledChecks({
      ...shared,
      leases,
      claimWarnings: ids => claimWarnings(knex, ids),
      metrics,
      logger,
      cadence: config.cadence,
      concurrency: config.schedule.concurrency,
      leaseMs: 2 * config.runTimeoutMs + LEASE_RESERVE_MS,
    }),
    retention: new Retention({
      knex,
      limit,
      logins: loginTests,
      maxAgeMs,
      metrics,
      logger,
    }),
  };
}
