import {
  finding,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { MAX_FINDINGS } from './caps';
import type { CheckConnectionOptions } from './CheckConnectionOptions';
import { CHECKS } from './allChecks';
import type {
  CheckContext,
  CheckInput,
  CheckOutcome,
  ProviderCheck,
} from './checks/types';
import { createContext } from './createContext';
import { discoveredBy } from './discovered';
import { untilAborted } from './http/deadline';
import { RunClock } from './http/RunClock';
import { withCause, withCauses } from './causes';
import { checkedFindings } from './checked';
import { definitionsOf } from './definitions';
import { withProductRemedy } from './remedies';
import { unansweredFindings } from './unanswered';

/** Milliseconds for all checks of a run. @public */
export const DEFAULT_RUN_TIMEOUT_MS = 10_000;

/** Runs all checks; an exception in a check of another package does not affect the rest. */
async function runAll(
  checks: readonly ProviderCheck[],
  own: readonly ProviderCheck[],
  context: CheckContext,
  report: (entry: Finding) => void,
): Promise<void> {
  await Promise.all(
    checks.map(async check => {
      try {
        await check.run(context, report);
      } catch (error) {
        // Its planned findings are reported as unknown.
        if (!own.includes(check) && !context.signal.aborted) return;
        throw error;
      }
    }),
  );
}

/**
 * Runs every check of a connection in parallel, and reports findings as they are made.
 *
 * @returns the findings; a provider that fails in any way leads to a finding, not to an exception
 * @throws the reason of `options.signal` when it was aborted, and that of `options.http` when it was closed
 * @public
 */
export async function checkConnection(
  input: CheckInput,
  options: CheckConnectionOptions,
): Promise<CheckOutcome> {
  const runTimeoutMs = options.runTimeoutMs ?? DEFAULT_RUN_TIMEOUT_MS;
  const clock = new RunClock(runTimeoutMs, runTimeoutMs);
  const deadline = clock.over;
  const { closing } = options.http;
  // Both end the run without a finding about the provider.
  const cancelled = AbortSignal.any([
    closing,
    ...(options.signal ? [options.signal] : []),
  ]);
  const signal = AbortSignal.any([cancelled, deadline]);
  const context = createContext(
    input,
    { ...options, http: options.http.forRun(options.turn, clock) },
    signal,
  );
  const checks = [...CHECKS, ...(options.extraChecks ?? [])];
  const definitionOf = definitionsOf(checks);
  const plan = checks.flatMap(check => check.plan(context));
  options.onPlan?.(plan);

  const findings: Finding[] = [];
  let over = false;
  const report = (entry: Finding) => {
    if (over || findings.length >= MAX_FINDINGS) return;
    const full = withProductRemedy(
      withCause(entry, findings, definitionOf),
      context.profileSoFar(),
      definitionOf,
    );
    findings.push(full);
    options.onFinding?.(full);
  };
  try {
    // A check that ignores its signal must not hold up the run.
    await untilAborted(signal, () => runAll(checks, CHECKS, context, report));
  } catch (error) {
    cancelled.throwIfAborted();
    if (!deadline.aborted) throw error;
    report(
      finding(
        'transport.timeout',
        'fail',
        { kind: 'provider' },
        { message: 'The checks were ended before all of them had an answer' },
      ),
    );
    for (const entry of [
      ...checkedFindings(context, findings),
      ...unansweredFindings(plan, findings, 'deadline', definitionOf),
    ])
      report(entry);
    over = true;
    return { plan, findings: withCauses(findings, definitionOf) };
  } finally {
    clock.close();
  }
  for (const entry of [
    ...checkedFindings(context, findings),
    ...unansweredFindings(plan, findings, 'silent', definitionOf),
  ])
    report(entry);
  over = true;
  const discovery = await context.discovery();
  return {
    plan,
    findings: withCauses(findings, definitionOf),
    discovered: await discoveredBy(context),
    ...(discovery.ok ? { discoveryDigest: discovery.digest } : {}),
  };
}
