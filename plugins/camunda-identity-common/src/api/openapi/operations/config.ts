import {
  configComparisonSchema,
  configQuerySchema,
  configUpgradeSchema,
} from '../../schemas';
import type { Operation } from '../types';

export const configOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/connections/:id/config',
    operationId: 'getConfig',
    tag: 'Configuration',
    summary: 'Write configuration of a connection',
    query: configQuerySchema,
    status: 200,
    answer: 'Config',
    alternatives: {
      'text/plain': 'All files in one',
      'application/yaml': 'All files in one',
    },
    failures: [404],
  },
  {
    method: 'post',
    path: '/v1/connections/:id/config-comparisons',
    operationId: 'compareConfig',
    tag: 'Configuration',
    summary: 'Compare what somebody runs with a connection',
    description:
      'Secrets in the content are masked before anything else. The content is neither stored nor logged.',
    body: { schema: configComparisonSchema, required: true },
    status: 200,
    answer: 'ConfigComparison',
    failures: [404, 413, 429],
  },
  {
    method: 'post',
    path: '/v1/config-upgrades',
    operationId: 'upgradeValues',
    tag: 'Configuration',
    summary: 'Rewrite a values file for the chart of a later version',
    description:
      'Secrets in the content are masked in the answer. The content is neither stored nor logged.',
    body: { schema: configUpgradeSchema, required: true },
    status: 200,
    answer: 'ValuesUpgrade',
    failures: [413, 429],
  },
];
