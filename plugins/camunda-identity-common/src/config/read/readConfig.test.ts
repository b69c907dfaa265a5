import fc from 'fast-check';
import { CAMUNDA_VERSIONS, hasOrchestrationCluster } from '../../camunda';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../../providers';
import type { ConfigOptions } from '../types';
import { writeConfig } from '../writeConfig';
import { readConfig } from './readConfig';

const FORMS: Array<[string, ConfigOptions]> = [
  ['helm', { format: 'helm' }],
  ['dotenv', { format: 'env', style: 'dotenv' }],
  ['compose', { format: 'env', style: 'compose' }],
  ['kubernetes', { format: 'env', style: 'kubernetes' }],
  ['application-yaml', { format: 'application-yaml' }],
];

describe.each(CAMUNDA_VERSIONS)('%s', version => {
  describe.each([
    ['generic', inVersion(genericRecord(), version)],
    ['microsoft', inVersion(microsoftRecord(), version)],
  ])('%s', (_, record) => {
    it.each(
      FORMS.filter(
        ([form]) =>
          form !== 'application-yaml' || hasOrchestrationCluster(version),
      ),
    )('%s', (_form, options) => {
      const { content } = writeConfig(
        record,
        DEFAULT_PROVIDER_CONTEXT,
        options,
      ).combined;
      const read = readConfig(
        { ...options, content, camundaVersion: version },
        DEFAULT_PROVIDER_CONTEXT,
      );
      expect(read.unknown).toEqual([]);
      expect(read.findings).toEqual([]);
      expect(read.values).toEqual({});
    });
  });
});
