import type { FindingDescription } from '../../checks';
import { camundaVersionSchema } from '../../connections/schema';
import type { ProviderPresetAnswer } from '../../providers/presets';
import type { CamundaFacts } from '../types';
import { answer, type Operation } from './types';

const tag = 'Facts';

export const factOperations = {
  getCamundaFacts: {
    tag,
    summary: 'What Camunda documents for a version',
    description:
      'Components, features, notices, guides and the keys of its Helm chart.',
    params: { version: camundaVersionSchema },
    answer: answer<CamundaFacts>('CamundaFacts'),
    failures: [404],
  },
  listFindings: {
    tag,
    summary: 'The catalogue of finding codes',
    description: 'With those of the modules that this portal has installed.',
    answer: answer<{ items: FindingDescription[] }>('Findings'),
  },
  listProviderPresets: {
    tag,
    summary: 'Providers that this portal offers to choose from',
    description: 'Set up by the platform team in the configuration.',
    answer: answer<{ items: ProviderPresetAnswer[] }>('ProviderPresets'),
  },
  getOpenApi: {
    tag,
    summary: 'This document',
    description: 'OpenAPI 3.1, made from the schemas that validate.',
    answer: answer<{ openapi: string }>('OpenApi'),
  },
} as const satisfies Record<string, Operation>;
