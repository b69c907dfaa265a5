import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { HealthBadge } from 'backstage-plugin-camunda-identity-react';
import { titleOf } from '../../connection/mayChange';
import { camundaIdentityTranslationRef } from '../../translation';
import { ProviderLine } from '../ConnectionHead';
import { CoverLine } from '../CoverLine';
import styles from './ConnectionSection.module.css';

/** One connection on the card, closed: a line. */
export function ConnectionLine(props: {
  connection: Connection;
  onOpen(): void;
}) {
  const { connection, onOpen } = props;
  const { health } = connection;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <div className={styles.line}>
      <HealthBadge status={health.status} />
      <strong className={styles.lineTitle}>
        <bdi>{titleOf(connection)}</bdi>
      </strong>
      <span className={styles.soft}>
        <ProviderLine connection={connection} />
        {' · '}
        <CoverLine
          connection={connection}
          coverage={health.coverage}
          at={health.checkedAt}
        />
      </span>
      <Button
        size="small"
        variant="tertiary"
        aria-label={`${t('card.open')}: ${titleOf(connection)}`}
        onPress={onOpen}
      >
        {t('card.open')}
      </Button>
    </div>
  );
}
