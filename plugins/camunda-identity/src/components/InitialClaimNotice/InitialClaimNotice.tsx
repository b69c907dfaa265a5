import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  INITIAL_CLAIM_NOTICE,
  type NoteSeverity,
  type ProviderType,
} from 'backstage-plugin-camunda-identity-common/facts';
import type { InitialClaim } from 'backstage-plugin-camunda-identity-common/client';
import { camundaIdentityTranslationRef } from '../../translation';
import { relative } from '../RelativeTime';
import styles from './InitialClaimNotice.module.css';

const STATUSES: Record<NoteSeverity, 'info' | 'warning' | 'danger'> = {
  info: 'info',
  note: 'warning',
  warning: 'warning',
  danger: 'danger',
};

/** The documented warning, with the state of this record. Always visible. */
export function InitialClaimNotice(props: {
  claim: InitialClaim;
  providerType: ProviderType;
}) {
  const { claim, providerType } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <Alert
      status={STATUSES[INITIAL_CLAIM_NOTICE.severity[providerType]]}
      icon
      title={t('initialClaim.title')}
      description={
        <div className={styles.notice}>
          <p>{t('initialClaim.text')}</p>
          <p className={styles.state}>
            <code>{t('initialClaim.claim', { name: claim.name })}</code>{' '}
            {claim.state === 'set' && claim.setAt
              ? t('initialClaim.set', { when: relative(claim.setAt) })
              : t('initialClaim.pending')}
          </p>
          <details>
            <summary>{t('initialClaim.remedies')}</summary>
            <ul>
              {INITIAL_CLAIM_NOTICE.remedies.map(remedy => (
                <li key={remedy}>{remedy}</li>
              ))}
            </ul>
          </details>
        </div>
      }
    />
  );
}
