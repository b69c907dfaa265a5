import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ValuesUpgrade } from 'backstage-plugin-camunda-identity-common/config';
import { ApiText, HealthBadge } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import { DiffView, FileView } from '../code';
import part from '../part.module.css';
import { MASK, maskLines } from './maskLines';

/**
 * A values file rewritten for the chart of a later version: what changed at which line, what a
 * person has to enter or decide, and the file.
 */
export function UpgradeResult(props: {
  content: string;
  from: string;
  to: string;
  result: ValuesUpgrade;
}) {
  const { content, from, to, result } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { questions: open = [] } = result;
  // A secret that has moved is masked in the line of its change.
  const moved = result.changes.filter(({ before }) => before?.includes(MASK));
  const secrets = [...result.masked, ...moved].map(({ line }) => line);
  const masked = maskLines(content, new Set(secrets));
  return (
    <div className={part.part}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('compare.changes', { count: result.changes.length, from, to })}
      </Text>
      <ul className={part.findings}>
        {result.changes.map((change, index) => (
          <li key={index}>
            <HealthBadge status={change.kind === 'refused' ? 'fail' : 'warn'}>
              {t('compare.atLine', { line: String(change.line) })}
            </HealthBadge>{' '}
            <code>{change.key}</code>
            {change.replacement && (
              <>
                {' → '}
                <code>{change.replacement}</code>
              </>
            )}
            {': '}
            <ApiText>{change.text}</ApiText>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('compare.open', { count: open.length })}
          </Text>
          <ul className={part.findings}>
            {open.map(({ key, text }, index) => (
              <li key={index}>
                <code>{key}</code>
                {': '}
                <ApiText>{text}</ApiText>
              </li>
            ))}
          </ul>
        </>
      )}
      <DiffView
        left={masked}
        right={result.content}
        leftTitle={t('card.camunda', { version: from })}
        rightTitle={t('card.camunda', { version: to })}
      />
      <FileView file={{ path: `values-${to}.yaml`, content: result.content }} />
    </div>
  );
}
