import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { ScheduleConfig } from '../config/readScheduleConfig';
import type { Retention } from './Retention';
import type { ScheduledChecks } from './ScheduledChecks';

/** Starts the background work. Both tasks may be triggered or cancelled by anyone at any time. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  checks: ScheduledChecks;
  retention: Retention;
  config: ScheduleConfig['schedule'];
}): Promise<void> {
  const { scheduler, checks, retention, config } = options;
  if (config.enabled)
    await scheduler.scheduleTask({
      id: 'camunda-identity-checks',
      // Every replica takes its share.
      scope: 'local',
      frequency: { milliseconds: config.frequencyMs },
      timeout: { milliseconds: config.timeoutMs },
      initialDelay: { milliseconds: Math.min(config.frequencyMs, 15_000) },
      fn: async signal => {
        await checks.sweep(signal);
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
