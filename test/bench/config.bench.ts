/**
 * Writing every form of a full record in under 1 ms, reading each back in under 5 ms: medians on one core.
 */
import { DEFAULT_PROVIDER_CONTEXT } from 'backstage-plugin-camunda-identity-common';
import {
  compareConfig,
  readConfig,
  writeConfig,
  type ConfigOptions,
} from 'backstage-plugin-camunda-identity-common/config';
import { CAMUNDA_VERSIONS } from 'backstage-plugin-camunda-identity-common/facts';
import {
  genericRecord,
  inVersion,
} from '../../plugins/camunda-identity-common/src/__fixtures__/records';

const FORMS: ConfigOptions[] = [
  { format: 'helm' },
  { format: 'env', style: 'dotenv' },
  { format: 'env', style: 'compose' },
  { format: 'env', style: 'kubernetes' },
  { format: 'kubernetes-secret' },
  { format: 'application-yaml' },
];
const WRITE_LIMIT_MS = 1;
const READ_LIMIT_MS = 5;

/** Median of many runs, in milliseconds. */
function median(run: () => unknown, rounds: number): number {
  for (let i = 0; i < rounds / 4; i++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

let missed = 0;
function print(title: string, ms: number, limit: number) {
  if (ms > limit) missed += 1;
  console.log(
    `${title.padEnd(36)} ${ms.toFixed(3)} ms  ${String(
      Math.round(1000 / ms),
    ).padStart(7)} per second  ${(ms / limit).toFixed(2)} of the limit`,
  );
}

for (const camundaVersion of CAMUNDA_VERSIONS) {
  const record = inVersion(genericRecord(), camundaVersion);
  const write = (options: ConfigOptions) =>
    writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options).combined.content;
  print(
    `${camundaVersion} write all ${FORMS.length} forms`,
    median(() => FORMS.forEach(write), 2000),
    WRITE_LIMIT_MS,
  );
  for (const options of FORMS) {
    const { format, style = '' } = options;
    const content = write(options);
    print(
      `${camundaVersion} read ${format} ${style}`,
      median(
        () =>
          readConfig(
            { format, content, camundaVersion },
            DEFAULT_PROVIDER_CONTEXT,
          ),
        300,
      ),
      READ_LIMIT_MS,
    );
  }
  const content = write({ format: 'helm' });
  print(
    `${camundaVersion} compare helm`,
    median(
      () =>
        compareConfig(record, DEFAULT_PROVIDER_CONTEXT, {
          format: 'helm',
          content,
        }),
      300,
    ),
    READ_LIMIT_MS * 2,
  );
}
console.log(missed ? `${missed} limits missed` : 'all within the limits');
process.exit(missed ? 1 : 0);
