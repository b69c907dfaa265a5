import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Skeleton } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  CopyableText,
  HealthBadge,
  type ApplicationVerdict,
  FindingText,
} from 'backstage-plugin-camunda-identity-react';
import { useId, useState } from 'react';
import { mayChange } from '../../connection/mayChange';
import { camundaIdentityTranslationRef } from '../../translation';
import { ApplicationDetails } from './ApplicationDetails';
import styles from './ApplicationsTable.module.css';

type Client = Connection['clients'][number];

function LastCheck(props: {
  client: Client;
  verdict: ApplicationVerdict;
  onTest?: () => void;
}) {
  const { client, verdict, onTest } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const untested =
    client.clientType === 'confidential' &&
    verdict.kind !== 'secret' &&
    verdict.kind !== 'problem';
  return (
    <>
      {verdict.kind === 'problem' && (
        <HealthBadge status={verdict.status}>
          {verdict.finding && (
            <FindingText finding={verdict.finding} part="title" />
          )}
        </HealthBadge>
      )}
      {verdict.kind === 'secret' && (
        <HealthBadge status="pass">{t('clients.secretVerified')}</HealthBadge>
      )}
      {verdict.kind === 'redirectUri' && (
        <HealthBadge status="pass">{t('clients.redirectVerified')}</HealthBadge>
      )}
      {untested && (
        <div className={styles.soft}>
          {t('clients.untested')}{' '}
          {onTest && (
            <Button
              size="small"
              variant="tertiary"
              className={styles.test}
              aria-label={t('clients.testOnceLabel', { title: client.title })}
              onPress={onTest}
            >
              {t('clients.testOnce')}
            </Button>
          )}
        </div>
      )}
      {!untested &&
        (verdict.kind === 'none' || verdict.kind === 'untested') && (
          <span className={styles.soft}>{t('clients.notChecked')}</span>
        )}
    </>
  );
}

/** One application: what to type in at the provider, and what the last check found. */
export function ApplicationRow(props: {
  client: Client;
  connection: Connection;
  /** Undefined while it is read: nothing is said then. */
  verdict?: ApplicationVerdict;
  onTest(): void;
}) {
  const { client, connection, verdict, onTest } = props;
  const { title } = client;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [open, setOpen] = useState(false);
  const id = useId();
  const platform = { web: t('clients.entraWeb'), spa: t('clients.entraSpa') };
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <>
      <tr className={styles.row}>
        <th scope="row">
          <button
            type="button"
            className={styles.open}
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('clients.details', { title })}
            onClick={() => setOpen(!open)}
          >
            <Arrow size={18} aria-hidden className={styles.arrow} />
            <span>{title}</span>
          </button>
          <div className={styles.type}>
            {t(`clients.${client.clientType}`)}
            {connection.provider.type === 'MICROSOFT' &&
              client.entraPlatform !== 'none' &&
              ` · ${platform[client.entraPlatform]}`}
          </div>
        </th>
        <td data-label={t('clients.clientId')}>
          {client.clientId ? (
            <CopyableText
              text={client.clientId}
              label={t('clients.copyClientId', { title })}
            />
          ) : (
            <span className={styles.soft}>{t('clients.noClientId')}</span>
          )}
        </td>
        <td data-label={t('clients.redirectUri')}>
          {client.redirectUris.map(uri => (
            <div key={uri}>
              <CopyableText
                text={uri}
                label={t('clients.copyRedirectUri', { title })}
              />
            </div>
          ))}
          {client.redirectUris.length === 0 && (
            <span className={styles.soft}>{t('clients.none')}</span>
          )}
        </td>
        <td data-label={t('clients.grantTypes')} className={styles.grants}>
          {client.grantTypes.map(grant => (
            <div key={grant}>{grant}</div>
          ))}
        </td>
        <td data-label={t('clients.lastCheck')}>
          {verdict ? (
            <LastCheck
              client={client}
              verdict={verdict}
              onTest={mayChange(connection) ? onTest : undefined}
            />
          ) : (
            <Skeleton width={120} height={22} />
          )}
        </td>
      </tr>
      <tr id={id} hidden={!open} className={styles.detailRow}>
        <td colSpan={5}>{open && <ApplicationDetails client={client} />}</td>
      </tr>
    </>
  );
}
