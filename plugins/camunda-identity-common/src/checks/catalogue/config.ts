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
    code: 'config.admin-user-missing',
    title: 'No administrator of the cluster',
    severity: 'warn',
    explanation:
      'The Orchestration Cluster names its first administrators by the username claim. Without one, Camunda’s default user "demo" stands there, who does not exist at your provider.',
    remedy: 'Enter adminUsers in the record.',
    source: 'Chart 8.8, orchestration.security.initialization.defaultRoles',
  },
  {
    code: 'config.component-missing',
    title: 'Component missing',
    severity: 'info',
    explanation:
      'This version has a component that the record does not describe. It is left out of the configuration.',
    remedy: 'Add it to the record if the team runs it.',
    source: 'Page, "Steps"',
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
