import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAMUNDA_VERSIONS } from '../camunda';
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
  ['application.yaml', { format: 'application-yaml' }],
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
  it.each(FORMS)('%s', (file, options) => {
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
