/**
 * One replica of a real backend with nothing but this plugin (and, with BENCH_CATALOG, Backstage's
 * catalog), for the benchmarks. Settings come in the environment; it prints a line for each check that ends.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ConfigReader } from '@backstage/config';
import { camundaIdentityPlugin } from '../../../plugins/camunda-identity-backend/src/plugin';

const { BENCH_DATABASE, BENCH_PORT, BENCH_FREQUENCY, BENCH_CATALOG } =
  process.env;

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        app: { baseUrl: 'http://localhost:3000' },
        backend: {
          baseUrl: `http://localhost:${BENCH_PORT}`,
          listen: { host: '127.0.0.1', port: Number(BENCH_PORT) },
          auth: {
            externalAccess: [
              {
                type: 'static',
                options: { token: 'bench-token', subject: 'external:bench' },
              },
            ],
          },
          database: { client: 'pg', connection: BENCH_DATABASE },
        },
        camundaIdentity: {
          notifications: false,
          schedule: {
            enabled: !BENCH_CATALOG,
            frequency: BENCH_FREQUENCY ?? 'PT1S',
            concurrency: 10,
          },
          http: {
            allowPlainHttp: true,
            allowedHosts: ['localhost'],
            requestTimeoutMs: 2_000,
            runTimeoutMs: 4_000,
          },
        },
      }),
  }),
);
backend.add(
  createServiceFactory({
    service: metricsServiceRef,
    deps: {},
    factory: () => {
      const silent = { addCallback() {}, removeCallback() {} };
      return {
        createCounter: (name: string) => ({
          add: () => {
            if (name === 'camunda_identity.checks.runs')
              process.stdout.write('checked\n');
          },
        }),
        createUpDownCounter: () => ({ add() {} }),
        createHistogram: () => ({ record() {} }),
        createGauge: () => ({ record() {} }),
        createObservableCounter: () => silent,
        createObservableUpDownCounter: () => silent,
        createObservableGauge: () => silent,
      };
    },
  }),
);
if (BENCH_CATALOG) backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(camundaIdentityPlugin);
backend.start();
