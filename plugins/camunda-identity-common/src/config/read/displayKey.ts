import { finding, type Finding } from '../../checks';
import type { FileKey } from './types';

/** A key as a person reads it. */
export function displayKey({ path }: Pick<FileKey, 'path'>): string {
  return path.join('.');
}

/** A finding about one key of a file. */
export function keyFinding(
  code: Parameters<typeof finding>[0],
  result: 'info' | 'warn' | 'fail',
  message: string,
  { path, line }: Pick<FileKey, 'path' | 'line'>,
  remedy?: string,
): Finding {
  return finding(
    code,
    result,
    { kind: 'record' },
    {
      message,
      remedy,
      evidence: { key: displayKey({ path }), line },
    },
  );
}
