import type { ConfigComparison } from '../../config/compare/compareConfig';
import type { UpgradeProposal } from '../../config/upgrade/proposeUpgrade';
import type { ValuesUpgrade } from '../../config/upgrade/types';
import {
  configComparisonSchema,
  configQuerySchema,
  configUpgradeSchema,
  recordUpgradeSchema,
} from '../schemas';
import type { ConfigAnswer } from '../types';
import { answer, type Operation } from './types';

const tag = 'Configuration';

export const configOperations = {
  getConfig: {
    tag,
    summary: 'Write configuration of a connection',
    description:
      'Secrets stand in it as references, never as values. Text formats hold all files in one.',
    query: configQuerySchema,
    answer: answer<ConfigAnswer>('Config'),
    alternatives: {
      'text/plain': 'All files in one',
      'application/yaml': 'All files in one',
    },
    failures: [404],
  },
  compareConfig: {
    tag,
    summary: 'Compare what somebody runs with a connection',
    description:
      'Secrets in the content are masked before anything else. The content is neither stored nor logged.',
    body: {
      name: 'ConfigComparisonRequest',
      schema: configComparisonSchema,
      required: true,
    },
    answer: answer<ConfigComparison>('ConfigComparison'),
    failures: [404, 413, 429],
  },
  upgradeValues: {
    tag,
    summary: 'Rewrite a values file for the chart of a later version',
    description:
      'Secrets in the content are masked in the answer. The content is neither stored nor logged.',
    body: {
      name: 'ValuesUpgradeRequest',
      schema: configUpgradeSchema,
      required: true,
    },
    answer: answer<ValuesUpgrade>('ValuesUpgrade'),
    failures: [413, 429],
  },
  upgradeConnection: {
    tag,
    summary: 'Propose a connection for a later Camunda version',
    description:
      'Changes nothing: send what you accept of it with PATCH. Questions are what only a person can answer.',
    body: {
      name: 'UpgradeRequest',
      schema: recordUpgradeSchema,
      required: true,
    },
    answer: answer<UpgradeProposal>('UpgradeProposal'),
    failures: [404, 413],
  },
} as const satisfies Record<string, Operation>;
