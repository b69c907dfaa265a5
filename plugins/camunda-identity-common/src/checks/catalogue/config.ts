import type { FindingDefinition } from '../types';

export const CONFIG_FINDINGS: readonly FindingDefinition[] = [
  {
    code: 'config.endpoint-missing',
    title: 'Endpoint not known',
    severity: 'warn',
    explanation:
      'The configuration needs this endpoint, and it was neither entered nor discovered. A placeholder stands in its place.',
    remedy:
      'Run the checks, so that it is discovered, or enter it in the record.',
    source: 'Page, Helm values',
  },
  {
    code: 'config.secret-assumed',
    title: 'Name of a Secret assumed',
    severity: 'warn',
    explanation:
      'The record does not say in which Kubernetes Secret Camunda finds this secret. A name was assumed.',
    remedy:
      'Create a Secret with this name and key, or enter the reference in the record.',
    source: 'Page, Helm values',
  },
  {
    code: 'config.value-missing',
    title: 'Value missing',
    severity: 'warn',
    explanation:
      'The configuration needs a value that the record does not have. A placeholder stands in its place.',
    remedy: 'Enter it in the record.',
    source: 'Page, "Steps"',
  },
];
