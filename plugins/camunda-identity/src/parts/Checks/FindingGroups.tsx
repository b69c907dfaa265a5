import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type {
  Connection,
  Finding,
  FindingResult,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityReactTranslationRef,
  FindingText,
  useFindingTitle,
  useSubjectTitle,
} from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './Checks.module.css';

/** Nothing has to be done about these; they say what was looked at, and what not. */
const GROUPS = ['unknown', 'info', 'pass', 'skipped'] as const;
const TITLES = {
  unknown: 'checks.unknown',
  info: 'checks.info',
  pass: 'checks.passed',
  skipped: 'checks.skipped',
} as const satisfies Partial<Record<FindingResult, string>>;

function bySubject(
  findings: readonly Finding[],
  titleOf: (finding: Finding) => string,
): Array<[string, Finding[]]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const title = titleOf(finding);
    groups.set(title, [...(groups.get(title) ?? []), finding]);
  }
  return [...groups];
}

/** The findings that are no problem, folded by result, each by what it is about. */
export function FindingGroups(props: {
  findings: readonly Finding[];
  clients: Connection['clients'];
  live: boolean;
}) {
  const { findings, clients } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: shared } = useTranslationRef(camundaIdentityReactTranslationRef);
  const titleOf = useSubjectTitle(clients);
  const findingTitle = useFindingTitle();
  return (
    <div>
      {GROUPS.map(result => {
        const own = findings.filter(entry => entry.result === result);
        if (own.length === 0) return null;
        return (
          <details key={result} className={styles.group}>
            <summary>
              {t(TITLES[result], { number: String(own.length) })}
            </summary>
            {bySubject(own, titleOf).map(([subject, entries]) => (
              <div key={subject}>
                <h4 className={styles.subject}>{subject}</h4>
                <ul className={styles.list}>
                  {entries.map((finding, index) => (
                    <li key={index}>
                      <strong>
                        <FindingText finding={finding} part="title" />.
                      </strong>{' '}
                      <FindingText finding={finding} part="message" />{' '}
                      {result !== 'pass' && (
                        <FindingText finding={finding} part="remedy" />
                      )}{' '}
                      {finding.docsUrl && (
                        <Link
                          href={finding.docsUrl}
                          target="_blank"
                          rel="noopener noreferrer"
                          aria-label={`${shared(
                            'causes.docs',
                          )}: ${subject}, ${findingTitle(finding)}`}
                        >
                          {shared('causes.docs')}
                        </Link>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        );
      })}
    </div>
  );
}
