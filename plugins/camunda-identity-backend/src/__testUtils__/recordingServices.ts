import { types } from 'node:util';
import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { notificationService } from '@backstage/plugin-notifications-node';

/** Backstage's own auditor and scheduler, which keep everything that is logged, sent and published as text. */
export function recordingServices() {
  const logged: string[] = [];
  const notified: string[] = [];
  const published: string[] = [];
  const loggerWith = (meta: object): RootLoggerService => {
    const log =
      (level: string) =>
      (message: string, extra: object = {}) => {
        const error = types.isNativeError(extra)
          ? { text: `${extra} ${extra.stack}` }
          : {};
        logged.push(
          JSON.stringify({ level, message, ...meta, ...extra, ...error }),
        );
      };
    return {
      error: log('error'),
      warn: log('warn'),
      info: log('info'),
      debug: log('debug'),
      child: extra => loggerWith({ ...meta, ...extra }),
    };
  };
  const features: BackendFeature[] = [
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => loggerWith({}),
    }),
    auditorServiceFactory,
    schedulerServiceFactory,
    createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({
        async publish(signal) {
          published.push(JSON.stringify(signal));
        },
      }),
    }),
    createServiceFactory({
      service: eventsServiceRef,
      deps: {},
      factory: () => ({
        async publish(event) {
          published.push(JSON.stringify(event));
        },
        async subscribe() {},
      }),
    }),
    createServiceFactory({
      service: notificationService,
      deps: {},
      factory: () => ({
        async send(options) {
          notified.push(JSON.stringify(options));
        },
      }),
    }),
  ];
  return { logged, notified, published, features };
}
