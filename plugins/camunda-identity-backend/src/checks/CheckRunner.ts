import { randomUUID } from 'node:crypto';
import {
  clientKeysOf,
  coverageOf,
  findDefinition,
  statusOf,
  summarize,
  toldBy,
  type Finding,
  type FindingDefinition,
  type Report,
  type ReportTrigger,
} from 'backstage-plugin-camunda-identity-common';
import {
  capFinding,
  checkConnection,
  fitFindings,
  type CheckConnectionOptions,
  type CheckInput,
  type CheckOutcome,
  type GuardedHttp,
  type PlannedFinding,
  type ProviderCheck,
} from 'backstage-plugin-camunda-identity-node';
import type { CamundaIdentityConfig } from '../config/readConfig';
import type { RunningChecks } from '../config/readConfig';
import type { CheckMetrics } from '../metrics/CheckMetrics';
import type { SecretMask } from '../secrets/SecretMask';
import { unknownCloudOutcome } from './unknownCloud';

/** Options of a run. */
export interface RunnerOptions extends Partial<CheckConnectionOptions> {
  onPlan?(plan: PlannedFinding[]): void;
  onFinding?(finding: Finding): void;
  /** True for the record's first scheduled run of the day. */
  firstOfDay?: boolean;
  /** Removes the secrets of the run from its findings before anybody sees them. */
  mask: Pick<SecretMask, 'finding' | 'value'>;
}

/** The outcome of a run. */
export interface RunResult {
  outcome: CheckOutcome;
  /** All findings; the report holds those that fit its size limit. */
  findings: Finding[];
  report: Report;
}

/** Drops discovered addresses that repeat a secret. */
function clean(
  discovered: CheckOutcome['discovered'],
  mask: Pick<SecretMask, 'value'>,
): CheckOutcome['discovered'] {
  const masked = mask.value(discovered);
  return JSON.stringify(masked) === JSON.stringify(discovered)
    ? discovered
    : undefined;
}

/** Running components are asked when a person runs a check, and once a day if the configuration allows it. */
function asksRunning(
  running: RunningChecks,
  trigger: ReportTrigger,
  firstOfDay: boolean,
): boolean {
  return trigger === 'schedule'
    ? running === 'daily' && firstOfDay
    : running !== 'never';
}

/** Runs the check engine and turns its findings into reports. Stores nothing. */
export class CheckRunner {
  readonly #options: {
    http: GuardedHttp;
    config: Pick<
      CamundaIdentityConfig,
      'providers' | 'insecureAllowed' | 'runTimeoutMs' | 'running'
    >;
    metrics: CheckMetrics;
    extraChecks?: readonly ProviderCheck[];
  };

  constructor(options: {
    http: GuardedHttp;
    config: Pick<
      CamundaIdentityConfig,
      'providers' | 'insecureAllowed' | 'runTimeoutMs' | 'running'
    >;
    metrics: CheckMetrics;
    extraChecks?: readonly ProviderCheck[];
  }) {
    this.#options = options;
  }

  /** Title of a code; the code itself if no installed check has it any more. */
  titleOf(code: string): string {
    return this.definitionOf(code)?.title ?? code;
  }

  /** The definition of a code from the catalogue or from a check of another installed module. */
  definitionOf(code: string): FindingDefinition | undefined {
    const { extraChecks = [] } = this.#options;
    // Filled by other modules after construction.
    return (
      findDefinition(code) ??
      extraChecks
        .flatMap(({ definitions = [] }) => definitions)
        .find(entry => entry.code === code)
    );
  }

  /** @throws the reason of `options.signal` when it was aborted */
  async run(
    input: CheckInput,
    trigger: ReportTrigger,
    { mask, firstOfDay = false, ...options }: RunnerOptions,
  ): Promise<RunResult> {
    const { http, config, metrics } = this.#options;
    return metrics.measure(trigger, async () => {
      // Not the wall clock, which may be set during a run.
      const begin = performance.now();
      // Each finding is masked as it is found; masking all of them at the end would block the event loop.
      const fitted = new Map<Finding, Finding>();
      const fit = (entry: Finding): Finding => {
        const known = fitted.get(entry) ?? capFinding(mask.finding(entry));
        fitted.set(entry, known);
        return known;
      };
      const raw =
        unknownCloudOutcome(input.provider, config.providers) ??
        (await checkConnection(input, {
          http,
          providers: config.providers,
          insecureAllowed: config.insecureAllowed,
          runTimeoutMs: config.runTimeoutMs,
          extraChecks: this.#options.extraChecks,
          running: asksRunning(config.running, trigger, firstOfDay),
          ...options,
          onFinding: entry => {
            const known = fit(entry);
            options.onFinding?.(known);
          },
        }));
      const findings = raw.findings.map(fit);
      const durationMs = Math.round(performance.now() - begin);
      const finishedAt = Date.now();
      return {
        outcome: { ...raw, findings, discovered: clean(raw.discovered, mask) },
        findings,
        report: {
          id: randomUUID(),
          trigger,
          startedAt: new Date(finishedAt - durationMs).toISOString(),
          finishedAt: new Date(finishedAt).toISOString(),
          durationMs,
          status: statusOf(findings),
          summary: summarize(findings),
          coverage: coverageOf(clientKeysOf(input), toldBy(findings)),
          findings: fitFindings(findings),
        },
      };
    });
  }
}
