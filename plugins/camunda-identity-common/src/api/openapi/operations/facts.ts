import { camundaVersionSchema } from '../../../connections/schema';
import type { Operation } from '../types';

const tag = 'Facts';

export const factOperations: Operation[] = [
  {
    method: 'get',
    path: '/v1/camunda/:version',
    operationId: 'getCamundaFacts',
    tag,
    summary: 'What Camunda documents for a version',
    params: { version: camundaVersionSchema },
    status: 200,
    answer: 'CamundaFacts',
    failures: [404],
  },
  {
    method: 'get',
    path: '/v1/findings',
    operationId: 'listFindings',
    tag,
    summary: 'The catalogue of finding codes',
    status: 200,
    answer: 'Findings',
  },
  {
    method: 'get',
    path: '/v1/provider-presets',
    operationId: 'listProviderPresets',
    tag,
    summary: 'Providers that this portal offers to choose from',
    status: 200,
    answer: 'ProviderPresets',
  },
  {
    method: 'get',
    path: '/openapi.json',
    operationId: 'getOpenApi',
    tag,
    summary: 'This document',
    status: 200,
    answer: 'OpenApi',
  },
];
