import {
  compareConfig,
  finding,
  UnknownCloudError,
  UnreadableConfigError,
  UnsupportedConfigError,
  upgradeRecord,
  upgradeValues,
} from 'backstage-plugin-camunda-identity-common';

/** Maximum number of entries of a list in an answer about a file. */
const MAX_ENTRIES = 1_000;

const MAX_FINDINGS = 200;

function capped<T>(list: readonly T[], max: number) {
  return { kept: list.slice(0, max), missing: Math.max(0, list.length - max) };
}

/** All jobs on files from outside. */
const JOBS = {
  compare(...input: Parameters<typeof compareConfig>) {
    const answer = compareConfig(...input);
    const differences = capped(answer.differences, MAX_ENTRIES);
    const findings = capped(answer.findings, MAX_FINDINGS);
    if (differences.missing + findings.missing === 0) return answer;
    return {
      ...answer,
      differences: differences.kept,
      findings: [
        ...findings.kept,
        finding(
          'config.answer-capped',
          'info',
          { kind: 'record' },
          {
            message: `Not listed: ${differences.missing} more differences and ${findings.missing} more findings`,
          },
        ),
      ],
    };
  },

  upgradeValues(...input: Parameters<typeof upgradeValues>) {
    const answer = upgradeValues(...input);
    const changes = capped(answer.changes, MAX_ENTRIES);
    const masked = capped(answer.masked, MAX_ENTRIES);
    return {
      ...answer,
      changes: changes.kept,
      masked: masked.kept,
      ...(changes.missing + masked.missing > 0
        ? { notListed: changes.missing + masked.missing }
        : {}),
    };
  },

  upgradeRecord,
};

/** @see JOBS */
export type FileJob = keyof typeof JOBS;

/** Input of a job. */
export type FileJobInput<J extends FileJob> = Parameters<(typeof JOBS)[J]>;

/** The outcome of a job: JSON, or why there is none. */
export type FileJobResult =
  | { json: string }
  /** The caller can fix it. */
  | { input: string }
  /** An internal fault, for the log. */
  | { fault: string };

/** Runs a job. Never throws. */
export function doFileJob<J extends FileJob>(
  job: J,
  input: FileJobInput<J>,
): FileJobResult {
  try {
    const run = JOBS[job] as (...args: FileJobInput<J>) => unknown;
    return { json: JSON.stringify(run(...input)) };
  } catch (error) {
    if (error instanceof UnreadableConfigError)
      return { input: `content: ${error.message}` };
    if (
      error instanceof UnsupportedConfigError ||
      error instanceof UnknownCloudError
    )
      return { input: error.message };
    // The name only, since a message may quote the file.
    return { fault: error instanceof Error ? error.name : 'unknown' };
  }
}
