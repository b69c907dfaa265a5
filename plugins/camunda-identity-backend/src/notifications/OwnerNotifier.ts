import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { withDeadline } from 'backstage-plugin-camunda-identity-node';
import type { CheckMetrics } from '../metrics/CheckMetrics';

/** Content of a notification to an owner. */
export interface OwnerNotice {
  title: string;
  description: string;
  /** Path in the portal. */
  link: string;
  severity: 'high' | 'normal' | 'low';
  topic: string;
  /** A later notification with the same scope replaces this one. */
  scope: string;
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** Sends notifications to the owners of records. */
export class OwnerNotifier {
  readonly #options: {
    enabled: boolean;
    notifications: NotificationService;
    metrics: CheckMetrics;
    logger: LoggerService;
    timeoutMs?: number;
  };

  constructor(options: {
    enabled: boolean;
    notifications: NotificationService;
    metrics: CheckMetrics;
    logger: LoggerService;
    /** Milliseconds until a hanging notification counts as failed. */
    timeoutMs?: number;
  }) {
    this.#options = options;
  }

  /**
   * Never throws, since a failed notification must not undo its cause.
   *
   * @param owner - entity reference
   * @param except - the person who caused it and therefore knows
   * @returns false if it could not be sent in time
   */
  async notify(
    owner: string,
    notice: OwnerNotice,
    except?: string,
  ): Promise<boolean> {
    const { enabled, notifications, timeoutMs, metrics, logger } =
      this.#options;
    if (!enabled) return true;
    try {
      const limitMs = timeoutMs ?? DEFAULT_TIMEOUT_MS;
      // The service does not accept a signal.
      await withDeadline(
        limitMs,
        undefined,
        () =>
          notifications.send({
            recipients: {
              type: 'entity',
              entityRef: owner,
              ...(except ? { excludeEntityRef: except } : {}),
            },
            payload: notice,
          }),
        `no answer within ${limitMs / 1000} s`,
      );
      metrics.notified('sent');
      return true;
    } catch (error) {
      metrics.notified('failed');
      logger.warn(
        `A notification to ${owner} could not be sent (without the notifications plugin, set camundaIdentity.notifications to false): ${error}`,
      );
      return false;
    }
  }
}
