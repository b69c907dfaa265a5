import {
  finding,
  findingDefinition,
  type FindingCode,
} from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../verdict';
import { TRANSPORT_FAILURES } from '../transport';
import type { ProviderCheck } from '../types';

/** A provider that is rate-limiting, or was not asked at all, has not failed. */
const severityOf = (code: FindingCode) =>
  findingDefinition(code).severity === 'unknown' ? 'unknown' : 'fail';

/** The discovery document answers (OpenID Connect Discovery 1.0 section 4). */
export const discoveryCheck: ProviderCheck = {
  plan: () =>
    ['discovery.document', ...TRANSPORT_FAILURES].map(code => ({
      code,
      subject: PROVIDER,
    })),

  async run({ discovery }, report) {
    const startedAt = performance.now();
    const outcome = await discovery();
    const durationMs = Math.round(performance.now() - startedAt);
    if (outcome.ok) {
      report(
        finding('discovery.document', 'pass', PROVIDER, {
          message: 'The discovery document answers',
          durationMs,
        }),
      );
      return;
    }
    report(
      finding(outcome.code, severityOf(outcome.code), PROVIDER, {
        message: outcome.message,
        remedy: outcome.remedy,
        durationMs,
      }),
    );
    if (outcome.code !== 'discovery.document')
      report(
        finding('discovery.document', 'skipped', PROVIDER, {
          message: 'There is no answer to look at',
        }),
      );
  },
};
