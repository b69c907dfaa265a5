import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { ReportStatus } from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './HealthBadge.module.css';

const ICONS: Record<ReportStatus, typeof RiQuestionLine> = {
  pass: RiCheckboxCircleLine,
  warn: RiErrorWarningLine,
  fail: RiCloseCircleLine,
  unknown: RiQuestionLine,
};

/** How a connection is, in a word. */
export function HealthBadge(props: { status: ReportStatus }) {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const Icon = ICONS[props.status];
  return (
    <Badge
      className={`${styles.badge} ${styles[props.status]}`}
      icon={<Icon size={14} aria-hidden />}
    >
      {t(`health.${props.status}`)}
    </Badge>
  );
}
