import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  HealthBadge,
  RelativeTime,
} from 'backstage-plugin-camunda-identity-react';
import { titleOf } from '../../connection/mayChange';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './ConnectionSection.module.css';

/** One connection on the card, closed: a line. */
export function ConnectionLine(props: {
  connection: Connection;
  onOpen(): void;
}) {
  const { connection, onOpen } = props;
  const { health } = connection;
  const { checked, total } = health.coverage.clients;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <div className={styles.line}>
      <HealthBadge status={health.status} />
      <span className={styles.lineText}>
        <strong>
          <bdi>{titleOf(connection)}</bdi>
        </strong>{' '}
        <span className={styles.soft}>
          {connection.providerSummary.title}
          {' · '}
          {t('card.camunda', { version: connection.camundaVersion })}
          {' · '}
          {t('cover.clients', {
            checked: String(checked),
            total: String(total),
          })}
          {health.checkedAt && (
            <>
              {' · '}
              <RelativeTime at={health.checkedAt} />
            </>
          )}
        </span>
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
