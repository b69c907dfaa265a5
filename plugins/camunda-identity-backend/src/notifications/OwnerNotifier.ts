import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { CheckMetrics } from '../metrics/CheckMetrics';

/** What an owner is told. */
export interface OwnerNotice {
  title: string;
  description: string;
  /** Path in the portal. */
  link: string;
  severity: 'high' | 'normal' | 'low';
  topic: string;
  /** A later notice with the same scope replaces this one. */
  scope: string;
}

/** Sends notifications to the owners of records. */
export class OwnerNotifier {
  readonly #options: {
    enabled: boolean;
    notifications: NotificationService;
    metrics: CheckMetrics;
    logger: LoggerService;
  };

  constructor(options: {
    enabled: boolean;
    notifications: NotificationService;
    metrics: CheckMetrics;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /**
   * Never throws: what there is to tell has happened already.
   *
   * @param owner - entity reference
   * @param except - somebody who knows, since it was their doing
   */
  async notify(owner: string, notice: OwnerNotice, except?: string) {
    const { enabled, notifications, metrics, logger } = this.#options;
    if (!enabled) return;
    try {
      await notifications.send({
        recipients: {
          type: 'entity',
          entityRef: owner,
          ...(except ? { excludeEntityRef: except } : {}),
        },
        payload: notice,
      });
      metrics.notified('sent');
    } catch (error) {
      metrics.notified('failed');
      logger.warn(
        `A notification to ${owner} could not be sent (without the notifications plugin, set camundaIdentity.notifications to false): ${error}`,
      );
    }
  }
}
