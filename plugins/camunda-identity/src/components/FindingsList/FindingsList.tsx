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

function Items(props: { findings: Finding[] }) {
  return (
    <ul className={styles.list}>
      {props.findings.map((finding, index) => (
        <FindingItem
          key={`${finding.code} ${finding.subject.client ?? ''} ${index}`}
          finding={finding}
        />
      ))}
    </ul>
  );
}

/** Nothing to do about these: a check makes dozens of them. */
const FOLDED: readonly FindingResult[] = ['pass', 'skipped'];

/**
 * Findings of a report, or of a check that is running: those that passed are folded away when it has ended.
 */
export function FindingsList(props: { findings: Finding[]; live?: boolean }) {
  const { findings, live } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const sorted = [...findings].sort(
    (a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result),
  );
  const folded = sorted.filter(({ result }) => FOLDED.includes(result));
  const count = (result: FindingResult) =>
    findings.filter(entry => entry.result === result).length;
  return (
    <section
      aria-label={t('findings.title')}
      aria-live={live ? 'polite' : 'off'}
    >
      {live && findings.length === 0 && (
        <Text color="secondary">{t('findings.waiting')}</Text>
      )}
      <Items
        findings={sorted.filter(({ result }) => !FOLDED.includes(result))}
      />
      {folded.length > 0 && (
        <details
          className={styles.folded}
          // A new element for each phase, so that a person's own click stays.
          key={String(live)}
          open={live}
        >
          <summary>
            {t('findings.folded', {
              passed: String(count('pass')),
              skipped: String(count('skipped')),
            })}
          </summary>
          <Items findings={folded} />
        </details>
      )}
    </section>
  );
}
