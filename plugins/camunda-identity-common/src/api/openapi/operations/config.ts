import { configQuerySchema } from '../../schemas';
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
];
