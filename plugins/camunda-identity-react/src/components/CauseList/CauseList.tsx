import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  Connection,
  Finding,
} from 'backstage-plugin-camunda-identity-common/client';
import type { ReactNode } from 'react';
import { causesOf, type Cause } from '../../findings';
import { camundaIdentityReactTranslationRef } from '../../translation';
import { FindingText } from '../FindingText';
import { HealthBadge } from '../HealthBadge';
import styles from './CauseList.module.css';

/**
 * The subject of a finding: the title of an application, otherwise the provider or the record.
 *
 * @public
 */
export function useSubjectTitle(clients: Connection['clients']) {
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  return ({ subject }: Pick<Finding, 'subject'>): string => {
    if (subject.client)
      return (
        clients.find(({ key }) => key === subject.client)?.title ??
        subject.client
      );
    return subject.kind === 'provider'
      ? t('subject.provider')
      : t('subject.record');
  };
}

/** One finding of each text that there is: what is said of several applications is said once. */
function differing(findings: Finding[], text: 'message' | 'remedy'): Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const said = finding[text];
    if (said && !first.has(said)) first.set(said, finding);
  }
  return [...first.values()];
}

function CauseEntry(props: {
  cause: Cause;
  clients: Connection['clients'];
  actions?: (finding: Finding) => ReactNode;
}) {
  const { cause, clients, actions } = props;
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const titleOf = useSubjectTitle(clients);
  const [first] = cause.findings;
  const subjects = [...new Set(cause.findings.map(titleOf))];
  const messages = differing(cause.findings, 'message');
  const remedies = differing(cause.findings, 'remedy');
  return (
    <li className={`${styles.cause} ${styles[cause.result]}`}>
      <div className={styles.head}>
        <HealthBadge status={cause.result}>
          {t(`result.${cause.result}`)}
        </HealthBadge>
        <strong className={styles.title}>
          {subjects.join(', ')}: <FindingText finding={first} part="title" />
        </strong>
      </div>
      {messages.map(finding => (
        <p key={finding.message}>
          <FindingText finding={finding} part="message" />
        </p>
      ))}
      {remedies.map(finding => (
        <p key={finding.remedy}>
          <FindingText finding={finding} part="remedy" />
        </p>
      ))}
      <div className={styles.links}>
        {actions?.(first)}
        {first.docsUrl && (
          <Link href={first.docsUrl} target="_blank" rel="noopener noreferrer">
            {t('causes.docs')}
          </Link>
        )}
      </div>
      {cause.consequences.length > 0 && (
        <details className={styles.follows}>
          <summary>
            {t('causes.follows', { count: cause.consequences.length })}
          </summary>
          <ul>
            {cause.consequences.map((finding, index) => (
              <li key={index}>
                {titleOf(finding)}:{' '}
                <FindingText finding={finding} part="title" />.{' '}
                <FindingText finding={finding} part="message" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/**
 * What has to be done: failures and warnings, one entry per cause, with consequences collapsed.
 *
 * @param props - `actions`: links to where a finding can be fixed; `limit`: maximum number of entries
 * @public
 */
export function CauseList(props: {
  findings: readonly Finding[];
  clients: Connection['clients'];
  actions?: (finding: Finding) => ReactNode;
  limit?: number;
  more?: (hidden: number) => ReactNode;
}) {
  const { findings, clients, actions, limit = Infinity, more } = props;
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const causes = causesOf(findings);
  if (causes.length === 0) return null;
  return (
    <>
      <ul className={styles.list} aria-label={t('causes.label')}>
        {causes.slice(0, limit).map(cause => (
          <CauseEntry
            key={`${cause.result} ${cause.code}`}
            cause={cause}
            clients={clients}
            actions={actions}
          />
        ))}
      </ul>
      {causes.length > limit && more?.(causes.length - limit)}
    </>
  );
}
