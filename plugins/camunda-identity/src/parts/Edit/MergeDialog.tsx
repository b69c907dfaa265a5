import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { RelativeTime } from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { ActionDialog } from '../../dialogs/ActionDialog';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './Edit.module.css';
import type { Conflict } from './mergePatch';

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Somebody else was faster: both sides of what both have changed, and which one to take. */
export function MergeDialog(props: {
  theirs: Connection;
  conflicts: Conflict[];
  onMerge(keepTheirs: ReadonlySet<string>): Promise<void>;
  onClose(): void;
}) {
  const { theirs, conflicts, onMerge, onClose } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const complete = conflicts.every(({ path }) => chosen[path]);
  return (
    <ActionDialog
      title={t('merge.title')}
      confirm={t('merge.confirm')}
      isDisabled={!complete}
      onClose={onClose}
      act={() =>
        onMerge(
          new Set(
            Object.keys(chosen).filter(path => chosen[path] === 'theirs'),
          ),
        )
      }
    >
      <p>
        <EntityDisplayName entityRef={theirs.updatedBy} /> ·{' '}
        <RelativeTime at={theirs.updatedAt} />
      </p>
      <p>{conflicts.length > 0 ? t('merge.text') : t('merge.noConflicts')}</p>
      {conflicts.map(({ path, mine, theirs: other }) => (
        <div key={path} className={styles.conflict}>
          <RadioGroup
            label={path}
            value={chosen[path] ?? ''}
            onChange={value => setChosen({ ...chosen, [path]: value })}
          >
            <Radio value="mine">
              {t('merge.mine')}: {textOf(mine)}
            </Radio>
            <Radio value="theirs">
              {t('merge.theirs')}: {textOf(other)}
            </Radio>
          </RadioGroup>
        </div>
      ))}
    </ActionDialog>
  );
}
