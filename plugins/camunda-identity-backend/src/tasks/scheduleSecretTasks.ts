import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { ExpiryNotices } from '../notifications/ExpiryNotices';
import type { KeyRotation } from '../secrets/KeyRotation';

/** Hides the error of a task, which every signed-in user can read: it only says which task failed. */
async function plainly(what: string, fn: () => Promise<void>) {
  try {
    await fn();
  } catch {
    throw new Error(`${what} failed; the next run tries again`);
  }
}

/** Schedules the tasks for secrets: once an hour, on one replica. */
export async function scheduleSecretTasks(
  scheduler: SchedulerService,
  tasks: {
    rotation: KeyRotation;
    /** Absent if notifications are off, so that none counts as sent. */
    notices?: ExpiryNotices;
  },
) {
  const schedule = {
    frequency: { hours: 1 },
    timeout: { minutes: 15 },
    scope: 'global' as const,
  };
  await scheduler.scheduleTask({
    ...schedule,
    id: 'camunda-identity-secret-keys',
    fn: signal =>
      plainly('Re-encrypting stored secrets', () => tasks.rotation.run(signal)),
  });
  const { notices } = tasks;
  if (notices)
    await scheduler.scheduleTask({
      ...schedule,
      id: 'camunda-identity-secret-expiry',
      fn: signal =>
        plainly('Sending notices of expiry', () => notices.run(signal)),
    });
}
