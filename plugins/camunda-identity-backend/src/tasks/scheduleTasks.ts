import type {
  LifecycleService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { ScheduleConfig } from '../config/readConfig';
import type { HealthPublisher } from '../notifications/HealthPublisher';
import type { Retention } from '../store/Retention';
import type { ScheduledChecks } from '../checks/ScheduledChecks';

/** Starts the background work. Every task can be triggered or cancelled by anyone at any time. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  checks: ScheduledChecks;
  publisher: HealthPublisher;
  retention: Retention;
  /** Client for requests to providers; closed when the work has ended. */
  http: { close(): Promise<void> };
  config: ScheduleConfig['schedule'];
}): Promise<void> {
  const { scheduler, checks, publisher, retention, http, config } = options;
  // Backstage ends tasks only after all plugins have shut down: a sweep would go on with closed connections and
  // report every provider as broken.
  const stopping = new AbortController();
  let sweeping: Promise<unknown> = Promise.resolve();
  options.lifecycle.addShutdownHook(async () => {
    stopping.abort(new Error('The portal is shutting down'));
    await sweeping.catch(() => {});
    await http.close();
  });
  if (config.enabled)
    await scheduler.scheduleTask({
      id: 'camunda-identity-checks',
      // On every replica; they share the work.
      scope: 'local',
      frequency: { milliseconds: config.frequencyMs },
      timeout: { milliseconds: config.timeoutMs },
      initialDelay: { milliseconds: Math.min(config.frequencyMs, 15_000) },
      fn: async signal => {
        sweeping = checks.sweep(AbortSignal.any([signal, stopping.signal]));
        await sweeping;
      },
    });
  await scheduler.scheduleTask({
    id: 'camunda-identity-health-notices',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 20 },
    fn: async () => {
      publisher.kick();
      await publisher.settled();
    },
  });
  await scheduler.scheduleTask({
    id: 'camunda-identity-retention',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    fn: async signal => {
      await retention.clean(signal);
    },
  });
}
