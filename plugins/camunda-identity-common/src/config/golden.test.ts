import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  genericRecord,
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

const RECORDS = {
  generic: genericRecord(),
  microsoft: microsoftRecord(),
  'generic-context-paths': withContextPaths(genericRecord()),
  'microsoft-context-paths': withContextPaths(microsoftRecord()),
};

describe.each(Object.entries(RECORDS))('8.7 %s', (name, record) => {
  it.each(FORMS)('%s', (file, options) => {
    const { content } = writeConfig(
      record,
      DEFAULT_PROVIDER_CONTEXT,
      options,
    ).combined;
    const path = join(__dirname, '__golden__', `8.7-${name}-${file}`);
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, content);
    expect(content).toBe(readFileSync(path, 'utf8'));
    // The same record gives the same bytes.
    expect(
      writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options).combined.content,
    ).toBe(content);
  });
});
