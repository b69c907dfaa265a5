import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Text } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { INITIAL_CLAIM_NOTICE } from 'backstage-plugin-camunda-identity-common/facts';
import {
  camundaIdentityReactTranslationRef,
  relativeTime,
} from 'backstage-plugin-camunda-identity-react';
import { mayChange } from '../../connection/mayChange';
import { useOwnerTitle } from '../../connection/useOwnerTitle';
import type { RecordDialogKind } from '../../dialogs';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './InitialClaimSection.module.css';

const REMEDIES = ['before', 'somebody', 'nobody'] as const;

/**
 * The first administrator's claim: the documented warning, this record's state, and what can be done now.
 *
 * @param props - `open`: opens a dialog on the record
 */
export function InitialClaimSection(props: {
  connection: Connection;
  heading: 'h3' | 'h4';
  open(dialog: RecordDialogKind): void;
}) {
  const { connection, heading, open } = props;
  const { initialClaim: claim } = connection;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: shared } = useTranslationRef(camundaIdentityReactTranslationRef);
  const owner = useOwnerTitle(connection.owner);
  const allowed = mayChange(connection);
  const action = (dialog: RecordDialogKind, text: string) => (
    <Button
      key={dialog}
      size="small"
      variant="secondary"
      isDisabled={!allowed}
      onPress={() => open(dialog)}
    >
      {text}
    </Button>
  );
  return (
    <section
      className={styles.section}
      aria-label={t('claim.title')}
      data-severity={INITIAL_CLAIM_NOTICE.severity[connection.provider.type]}
    >
      <div className={styles.text}>
        <div className={styles.head}>
          <Text as={heading} variant="body-medium" weight="bold">
            {t('claim.title')}
          </Text>
          <span className={styles.soft}>
            ({t('claim.initialClaim')} <code>{claim.name}</code>
            {claim.value !== undefined && (
              <>
                {' = '}
                <code>{claim.value}</code>
              </>
            )}
            {claim.valueHidden && <>; {t('claim.hidden')}</>})
          </span>
        </div>
        <p>
          {claim.state === 'set' ? (
            <>
              <strong>
                {t('claim.set', {
                  when: claim.setAt
                    ? relativeTime(claim.setAt, shared('locale'))
                    : '',
                })}
              </strong>{' '}
              {t('claim.setText')}
            </>
          ) : (
            <>
              <strong>{t('claim.pending')}</strong> {t('claim.pendingText')}
            </>
          )}
        </p>
        <p>{t('claim.text')}</p>
        <details>
          <summary>{t('claim.remedies')}</summary>
          <ul>
            {REMEDIES.map(remedy => (
              <li key={remedy}>{t(`claim.remedy.${remedy}`)}</li>
            ))}
          </ul>
        </details>
      </div>
      <div className={styles.actions}>
        {claim.state === 'set'
          ? [
              action('claim-change', t('claim.recordChange')),
              action('claim-reset', t('claim.reset')),
            ]
          : [
              action('claim-edit', t('claim.edit')),
              action('claim-set', t('claim.markApplied')),
            ]}
        {!allowed && (
          <span className={styles.soft}>{t('may.notOwner', { owner })}</span>
        )}
      </div>
    </section>
  );
}
