import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiCheckLine,
  RiCloseLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { ReportStatus } from 'backstage-plugin-camunda-identity-common/client';
import type { ReactNode } from 'react';
import { camundaIdentityReactTranslationRef } from '../../translation';
import styles from './HealthBadge.module.css';

const MAX_LINE = 26;

const ICONS: Record<ReportStatus, typeof RiQuestionLine> = {
  pass: RiCheckLine,
  warn: RiErrorWarningLine,
  fail: RiCloseLine,
  unknown: RiQuestionLine,
};

/**
 * A verdict as a word with an icon, so that colour is not the only distinction.
 *
 * @param props - `children`: the word, if it is not the default one for the status
 * @public
 */
export function HealthBadge(props: {
  status: ReportStatus;
  children?: ReactNode;
}) {
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const Icon = ICONS[props.status];
  // A few words stay on one line; the title of a finding may wrap.
  const long =
    typeof props.children === 'string' && props.children.length > MAX_LINE;
  return (
    <span
      className={`${styles.badge} ${styles[props.status]} ${
        long ? '' : styles.short
      }`}
    >
      <Icon size={16} aria-hidden className={styles.icon} />
      <span>{props.children ?? t(`health.${props.status}`)}</span>
    </span>
  );
}
