import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { HealthEntry } from 'backstage-plugin-camunda-identity-common/client';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'react-router-dom';
import { camundaIdentityReactTranslationRef } from '../../translation';
import { exactTime, relativeTime } from '../RelativeTime';
import styles from './HealthStrip.module.css';

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * The last checks as a strip, the newest on the right; each opens its report. A single tab stop: arrow keys
 * move between bars.
 *
 * @param props - `reportPath`: address of a report in the app; `large`: the size of the trend on the page of checks
 * @public
 */
export function HealthStrip(props: {
  recent: HealthEntry[];
  reportPath(reportId: string): string;
  large?: boolean;
  current?: string;
}) {
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const list = useRef<HTMLOListElement>(null);
  const [focused, setFocused] = useState<number>();
  const { recent, reportPath, large, current } = props;
  if (recent.length === 0) return null;
  const entries = [...recent].reverse();
  const stop = Math.min(focused ?? entries.length - 1, entries.length - 1);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = Math.min(entries.length - 1, Math.max(0, stop + step));
    setFocused(next);
    list.current?.querySelectorAll('a')[next]?.focus();
  };
  return (
    // The list only forwards arrow keys to its links.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol
      ref={list}
      className={`${styles.strip} ${large ? styles.large : ''}`}
      aria-label={t('health.recent')}
      onKeyDown={move}
    >
      {entries.map(({ reportId, status, checkedAt }, index) => (
        <li key={reportId}>
          <Link
            to={reportPath(reportId)}
            tabIndex={index === stop ? 0 : -1}
            className={styles.entry}
            aria-current={current === reportId ? 'page' : undefined}
            title={`${t(`health.${status}`)}, ${exactTime(
              checkedAt,
              t('locale'),
            )}`}
            aria-label={t('health.entry', {
              status: t(`health.${status}`),
              when: relativeTime(checkedAt, t('locale')),
            })}
          >
            <span className={`${styles.bar} ${styles[status]}`} />
          </Link>
        </li>
      ))}
    </ol>
  );
}
