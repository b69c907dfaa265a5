import { types } from 'node:util';
import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import { auditorServiceFactory } from '@backstage/backend-defaults/auditor';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { notificationService } from '@backstage/plugin-notifications-node';

/** Backstage's own auditor and scheduler, with everything that is logged and sent kept as text. */
export function recordingServices() {
  const logged: string[] = [];
  const notified: string[] = [];
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
      service: notificationService,
      deps: {},
      factory: () => ({
        async send(options) {
          notified.push(JSON.stringify(options));
        },
      }),
    }),
  ];
  return { logged, notified, features };
}
