/**
 * Writing every form of a full record, and reading each back: median and operations per second, one core.
 */
import { DEFAULT_PROVIDER_CONTEXT } from 'backstage-plugin-camunda-identity-common';
import {
  writeConfig,
  type ConfigOptions,
} from 'backstage-plugin-camunda-identity-common/config';
import {
  CAMUNDA_VERSIONS,
  hasOrchestrationCluster,
} from 'backstage-plugin-camunda-identity-common/facts';
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

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function measure(title: string, run: () => void, rounds = 2000) {
  for (let i = 0; i < 500; i++) run();
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  const ms = median(times);
  console.log(
    `${title}: median ${ms.toFixed(3)} ms, ${Math.round(1000 / ms)} per second`,
  );
}
for (const version of CAMUNDA_VERSIONS) {
  const record = inVersion(genericRecord(), version);
  const forms = FORMS.filter(
    ({ format }) =>
      format !== 'application-yaml' || hasOrchestrationCluster(version),
  );
  measure(`write ${version}`, () =>
    forms.forEach(options =>
      writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options),
    ),
  );
  for (const f of forms)
    measure(
      `  ${f.format} ${f.style ?? ''}`,
      () => writeConfig(record, DEFAULT_PROVIDER_CONTEXT, f),
      500,
    );
}
