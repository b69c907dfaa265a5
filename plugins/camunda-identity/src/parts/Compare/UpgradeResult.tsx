import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ValuesUpgrade } from 'backstage-plugin-camunda-identity-common/config';
import { HealthBadge } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import { DiffView, FileView } from '../code';
import part from '../part.module.css';
import { maskLines } from './maskLines';

/** A values file rewritten for the chart of a later version: what changed at which line, and the file. */
export function UpgradeResult(props: {
  content: string;
  from: string;
  to: string;
  result: ValuesUpgrade;
}) {
  const { content, from, to, result } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const masked = maskLines(
    content,
    new Set(result.masked.map(({ line }) => line)),
  );
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
            {change.text}
          </li>
        ))}
      </ul>
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
