import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import type { ConfigComparison } from 'backstage-plugin-camunda-identity-common/config';
import {
  camundaIdentityReactTranslationRef,
  HealthBadge,
  useSubjectTitle,
  FindingText,
} from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import { CodeView } from '../code';
import part from '../part.module.css';
import { maskLines } from './maskLines';

function lineOf(evidence: Record<string, unknown> | undefined) {
  return typeof evidence?.line === 'number' ? evidence.line : undefined;
}

/** What a file says otherwise than the record, and what is wrong with the file; each at its line. */
export function ComparisonResult(props: {
  connection: Connection;
  content: string;
  result: ConfigComparison;
}) {
  const { connection, content, result } = props;
  const { differences, findings } = result;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: shared } = useTranslationRef(camundaIdentityReactTranslationRef);
  const subjectOf = useSubjectTitle(connection.clients);
  const marked = new Set(
    [
      ...differences.map(({ line }) => line),
      ...findings.map(({ evidence }) => lineOf(evidence)),
    ].filter(line => line !== undefined),
  );
  const secrets = new Set(
    [
      ...findings
        .filter(({ code }) => code === 'config.literal-secret')
        .map(({ evidence }) => lineOf(evidence)),
      ...differences
        .filter(({ actual }) => actual?.includes('«secret»'))
        .map(({ line }) => line),
    ].filter(line => line !== undefined),
  );
  return (
    <div className={part.part}>
      <Text as="h3" variant="body-medium" weight="bold">
        {differences.length === 0
          ? t('compare.noDifference')
          : t('compare.differences', { count: differences.length })}
      </Text>
      {differences.length > 0 && (
        <table className={part.table}>
          <thead>
            <tr>
              <th scope="col">{t('compare.line')}</th>
              <th scope="col">{t('compare.key')}</th>
              <th scope="col">{t('compare.actual')}</th>
              <th scope="col">{t('compare.expected')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(
              ({ key, container, line, actual, expected }, index) => (
                <tr key={index}>
                  <td data-label={t('compare.line')}>{line ?? '–'}</td>
                  <td data-label={t('compare.key')}>
                    <code>{container ? `${container}: ${key}` : key}</code>
                  </td>
                  <td data-label={t('compare.actual')}>
                    {actual ?? t('compare.absent')}
                  </td>
                  <td data-label={t('compare.expected')}>
                    {expected ?? t('compare.notInRecord')}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {findings.length > 0 && (
        <ul className={part.findings}>
          {findings.map((finding, index) => (
            <li key={index}>
              <HealthBadge
                status={
                  finding.result === 'fail' || finding.result === 'warn'
                    ? finding.result
                    : 'unknown'
                }
              >
                {lineOf(finding.evidence)
                  ? t('compare.atLine', {
                      line: String(lineOf(finding.evidence)),
                    })
                  : shared(`result.${finding.result}`)}
              </HealthBadge>{' '}
              <strong>
                {subjectOf(finding)}:{' '}
                <FindingText finding={finding} part="title" />.
              </strong>{' '}
              <FindingText finding={finding} part="message" />{' '}
              <FindingText finding={finding} part="remedy" />
            </li>
          ))}
        </ul>
      )}
      <CodeView
        content={maskLines(content, secrets)}
        path="values.yaml"
        label={t('compare.file')}
        marked={marked}
      />
    </div>
  );
}
