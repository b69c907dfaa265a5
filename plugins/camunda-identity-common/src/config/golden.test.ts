import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAMUNDA_VERSIONS, hasOrchestrationCluster } from '../camunda';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
  withContextPaths,
} from '../__fixtures__/records';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import type { ConfigOptions } from './types';
import { writeConfig } from './writeConfig';

/*
 * Golden files are read by people: `UPDATE_GOLDEN=1` writes them anew, and the diff is what to look at.
 */
const FORMS: Array<[string, ConfigOptions]> = [
  ['values.yaml', { format: 'helm' }],
  ['dotenv.txt', { format: 'env', style: 'dotenv' }],
  ['compose.yaml', { format: 'env', style: 'compose' }],
  ['kubernetes.yaml', { format: 'env', style: 'kubernetes' }],
  ['secrets.yaml', { format: 'kubernetes-secret' }],
];
const APPLICATION_YAML: [string, ConfigOptions] = [
  'application.yaml',
  { format: 'application-yaml' },
];

const RECORDS: Array<[string, ReturnType<typeof genericRecord>]> = [
  ...CAMUNDA_VERSIONS.flatMap(
    (version): Array<[string, ReturnType<typeof genericRecord>]> => [
      [`${version}-generic`, inVersion(genericRecord(), version)],
      [`${version}-microsoft`, inVersion(microsoftRecord(), version)],
    ],
  ),
  ['8.7-generic-context-paths', withContextPaths(genericRecord())],
  ['8.7-microsoft-context-paths', withContextPaths(microsoftRecord())],
];

describe.each(RECORDS)('%s', (name, record) => {
  const forms = hasOrchestrationCluster(record.camundaVersion)
    ? [...FORMS, APPLICATION_YAML]
    : FORMS;

  it.each(forms)('%s', (file, options) => {
    const { content } = writeConfig(
      record,
      DEFAULT_PROVIDER_CONTEXT,
      options,
    ).combined;
    const path = join(__dirname, '__golden__', `${name}-${file}`);
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, content);
    expect(content).toBe(readFileSync(path, 'utf8'));
    // The same record gives the same bytes.
    expect(
      writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options).combined.content,
    ).toBe(content);
  });
});
