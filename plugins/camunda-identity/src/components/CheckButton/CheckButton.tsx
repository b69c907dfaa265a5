import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, VisuallyHidden } from '@backstage/ui';
import { camundaIdentityReactTranslationRef } from 'backstage-plugin-camunda-identity-react';
import type { CheckRun } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './CheckButton.module.css';

/** Starts a check and, while it runs, cancels it: one button, so that the focus stays where it is. */
export function CheckButton(props: {
  run: CheckRun;
  start(): void;
  cancel(): void;
  variant?: 'primary' | 'secondary';
}) {
  const { run, start, cancel, variant = 'primary' } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <Button
      size="small"
      variant={run.running ? 'secondary' : variant}
      onPress={() => (run.running ? cancel() : start())}
    >
      {run.running ? t('check.cancel') : t('check.run')}
    </Button>
  );
}

/** How far a check is; how it ended is told to screen readers, too. */
export function CheckProgress(props: { run: CheckRun }) {
  const { run } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: shared } = useTranslationRef(camundaIdentityReactTranslationRef);
  const done = Math.min(run.findings.length, run.planned);
  const text =
    run.planned > 0
      ? t('check.progress', {
          done: String(done),
          planned: String(run.planned),
        })
      : t('check.starting');
  let ended = '';
  if (run.running) ended = t('check.starting');
  else if (run.cancelled) ended = t('check.cancelled');
  else if (run.report)
    ended = t('check.done', { status: shared(`health.${run.report.status}`) });
  return (
    <>
      {run.running && (
        <span className={styles.progress}>
          <progress
            aria-label={t('check.run')}
            max={run.planned || undefined}
            value={run.planned ? done : undefined}
          />
          <span>{text}</span>
        </span>
      )}
      {run.cancelled && <span>{t('check.cancelled')}</span>}
      <VisuallyHidden role="status">{ended}</VisuallyHidden>
    </>
  );
}
