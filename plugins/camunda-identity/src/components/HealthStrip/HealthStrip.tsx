import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HealthEntry } from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityTranslationRef } from '../../translation';
import { relative } from '../RelativeTime';
import styles from './HealthStrip.module.css';

/** The last checks as a strip, the newest on the right. */
export function HealthStrip(props: { recent: HealthEntry[] }) {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  if (props.recent.length === 0) return null;
  return (
    <ol className={styles.strip} aria-label={t('card.recentChecks')}>
      {[...props.recent].reverse().map(({ reportId, status, checkedAt }) => {
        const label = t('card.recentCheck', {
          status: t(`health.${status}`),
          when: relative(checkedAt),
        });
        return (
          <li
            key={reportId}
            className={`${styles.entry} ${styles[status]}`}
            title={label}
          >
            <span className={styles.label}>{label}</span>
          </li>
        );
      })}
    </ol>
  );
}
