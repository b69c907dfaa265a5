import type { Config } from '@backstage/config';

/** When the running components of a record are asked what they send. */
export type RunningChecks = 'never' | 'onClick' | 'daily';

const CHOICES: readonly RunningChecks[] = ['never', 'onClick', 'daily'];

/** @throws Error for another word */
export function readRunning(config: Config | undefined): RunningChecks {
  const value = config?.getOptionalString('checks.running') ?? 'onClick';
  const choice = CHOICES.find(entry => entry === value);
  if (!choice)
    throw new Error(
      `camundaIdentity.checks.running: expected one of ${CHOICES.join(', ')}`,
    );
  return choice;
}
