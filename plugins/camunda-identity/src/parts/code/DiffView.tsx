import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Fragment } from 'react';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './code.module.css';
import { diffRows } from './diffRows';

/** Two texts side by side; one under the other in narrow places. */
export function DiffView(props: {
  left: string;
  right: string;
  leftTitle: string;
  rightTitle: string;
}) {
  const { left, right, leftTitle, rightTitle } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const rows = diffRows(left, right);
  if (rows.length === 0) return <p>{t('configuration.same')}</p>;
  return (
    <div className={styles.diff}>
      <div className={`${styles.side} ${styles.diffHead}`}>{leftTitle}</div>
      <div className={`${styles.side} ${styles.diffHead}`}>{rightTitle}</div>
      {rows.map((row, index) => {
        if (row.kind === 'skipped')
          return (
            <div key={index} className={styles.skipped}>
              {t('configuration.skipped', { count: row.lines })}
            </div>
          );
        const mark = (
          text: string | undefined,
          changed: string,
          sign: string,
        ) =>
          row.kind === 'changed' && text !== undefined ? (
            <div className={`${styles.side} ${changed}`}>
              {`${sign}\u00a0${text}`}
            </div>
          ) : (
            <div
              className={`${styles.side} ${
                row.kind === 'same' ? styles.same : ''
              }`}
            >
              {text === undefined ? null : `\u00a0\u00a0${text}`}
            </div>
          );
        return (
          <Fragment key={index}>
            {mark(row.left, styles.removed, '−')}
            {mark(row.right, styles.added, '+')}
          </Fragment>
        );
      })}
    </div>
  );
}
