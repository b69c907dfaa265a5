import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
  RiQuestionLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import type {
  Finding,
  FindingResult,
} from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './FindingsList.module.css';

/** Worst first. */
const ORDER: readonly FindingResult[] = [
  'fail',
  'warn',
  'unknown',
  'info',
  'pass',
  'skipped',
];

const ICONS: Record<FindingResult, typeof RiQuestionLine> = {
  fail: RiCloseCircleLine,
  warn: RiErrorWarningLine,
  unknown: RiQuestionLine,
  info: RiInformationLine,
  pass: RiCheckboxCircleLine,
  skipped: RiSkipForwardLine,
};

function FindingItem(props: { finding: Finding }) {
  const { result, title, message, remedy, docsUrl } = props.finding;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const Icon = ICONS[result];
  return (
    <li className={`${styles.finding} ${styles[result]}`}>
      <Icon
        size={18}
        className={styles.icon}
        aria-label={t(`findings.${result}`)}
        role="img"
      />
      <div className={styles.body}>
        <Text weight="bold" as="p">
          {title}
        </Text>
        <Text as="p">{message}</Text>
        {remedy && (
          <Text as="p" color="secondary">
            {remedy}
          </Text>
        )}
        {docsUrl && (
          <Link href={docsUrl} target="_blank" rel="noopener noreferrer">
            {t('findings.more')}
          </Link>
        )}
      </div>
    </li>
  );
}

/** Findings of a report, or of a check that is running. */
export function FindingsList(props: { findings: Finding[]; live?: boolean }) {
  const { findings, live } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const sorted = [...findings].sort(
    (a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result),
  );
  return (
    <section
      aria-label={t('findings.title')}
      aria-live={live ? 'polite' : 'off'}
    >
      {live && findings.length === 0 && (
        <Text color="secondary">{t('findings.waiting')}</Text>
      )}
      <ul className={styles.list}>
        {sorted.map((finding, index) => (
          <FindingItem
            key={`${finding.code} ${finding.subject.client ?? ''} ${index}`}
            finding={finding}
          />
        ))}
      </ul>
    </section>
  );
}
