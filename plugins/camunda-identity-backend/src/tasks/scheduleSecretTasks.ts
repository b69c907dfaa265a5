import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { ExpiryNotices } from '../notifications/ExpiryNotices';
import type { KeyRotation } from '../secrets/KeyRotation';

/** Errors of a task can be read by everybody who is signed in, so they say which task failed and no more. */
async function plainly(what: string, fn: () => Promise<void>) {
  try {
    await fn();
  } catch {
    throw new Error(`${what} failed; the next run tries again`);
  }
}

/** Once an hour, on one replica. */
export async function scheduleSecretTasks(
  scheduler: SchedulerService,
  tasks: {
    rotation: KeyRotation;
    /** Absent where notifications are switched off: then none may count as sent. */
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
