import { randomUUID } from 'node:crypto';
import {
  statusOf,
  summarize,
  type Finding,
  type ProviderProfile,
  type Report,
  type ReportTrigger,
} from 'backstage-plugin-camunda-identity-common';
import {
  checkConnection,
  type CheckConnectionOptions,
  type CheckInput,
  type CheckOutcome,
  type GuardedHttp,
  type PlannedFinding,
  type ProviderCheck,
} from 'backstage-plugin-camunda-identity-node';
import type { CamundaIdentityConfig } from '../config/readConfig';
import type { CheckMetrics } from '../metrics/CheckMetrics';
import type { Scrub } from '../secrets/CheckSecrets';
import { unknownCloudOutcome } from './unknownCloud';

/** How a run is made. */
export interface RunnerOptions extends Partial<CheckConnectionOptions> {
  onPlan?(plan: PlannedFinding[]): void;
  onFinding?(finding: Finding): void;
  /** Takes the secrets of the run out of what it found, before anybody sees it. */
  scrub: Scrub;
}

/** What came of a run. */
export interface CheckRun {
  outcome: CheckOutcome;
  findings: Finding[];
  report: Report;
}

/** Runs the check engine and makes reports of what it finds. Stores nothing. */
export class CheckRunner {
  readonly #options: {
    http: GuardedHttp;
    config: Pick<
      CamundaIdentityConfig,
      'providers' | 'insecureAllowed' | 'runTimeoutMs'
    >;
    metrics: CheckMetrics;
    extraChecks?: readonly ProviderCheck[];
    profiles?: readonly ProviderProfile[];
  };

  constructor(options: {
    http: GuardedHttp;
    config: Pick<
      CamundaIdentityConfig,
      'providers' | 'insecureAllowed' | 'runTimeoutMs'
    >;
    metrics: CheckMetrics;
    extraChecks?: readonly ProviderCheck[];
    profiles?: readonly ProviderProfile[];
  }) {
    this.#options = options;
  }

  /** @throws the reason of `options.signal` when it was aborted */
  async run(
    input: CheckInput,
    trigger: ReportTrigger,
    { scrub, ...options }: RunnerOptions,
  ): Promise<CheckRun> {
    const { http, config, metrics } = this.#options;
    return metrics.measure(trigger, async () => {
      const startedAt = new Date();
      const raw =
        unknownCloudOutcome(input.provider, config.providers) ??
        (await checkConnection(input, {
          http,
          providers: config.providers,
          insecureAllowed: config.insecureAllowed,
          runTimeoutMs: config.runTimeoutMs,
          extraChecks: this.#options.extraChecks,
          profiles: this.#options.profiles,
          ...options,
          onFinding: entry => options.onFinding?.(scrub(entry)),
        }));
      const findings = raw.findings.map(scrub);
      const finishedAt = new Date();
      return {
        outcome: { ...raw, findings },
        findings,
        report: {
          id: randomUUID(),
          trigger,
          startedAt: startedAt.toISOString(),
          finishedAt: finishedAt.toISOString(),
          durationMs: finishedAt.getTime() - startedAt.getTime(),
          status: statusOf(findings),
          summary: summarize(findings),
          findings,
        },
      };
    });
  }
}
