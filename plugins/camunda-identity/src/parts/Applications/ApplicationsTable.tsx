import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import type {
  Connection,
  Finding,
} from 'backstage-plugin-camunda-identity-common/client';
import { applicationVerdict } from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { camundaIdentityTranslationRef } from '../../translation';
import { ApplicationRow } from './ApplicationRow';
import styles from './ApplicationsTable.module.css';

/** Those with something to do first, then those that people sign in to, then the rest. */
function order(connection: Connection, findings: readonly Finding[]) {
  const weight = (client: Connection['clients'][number]) => {
    if (applicationVerdict(findings, client.key).kind === 'problem') return 0;
    return client.redirectUris.length > 0 ? 1 : 2;
  };
  return connection.clients
    .map((client, index) => ({ client, index, weight: weight(client) }))
    .sort((a, b) => a.weight - b.weight || a.index - b.index)
    .map(({ client }) => client);
}

/**
 * The applications that a record needs at its provider, one row each.
 *
 * @param props - `findings`: what is known, undefined while it is read; `limit`: rows to show before the rest is asked for
 */
export function ApplicationsTable(props: {
  connection: Connection;
  findings: readonly Finding[] | undefined;
  limit?: number;
  onTest(client: Connection['clients'][number]): void;
}) {
  const { connection, limit, onTest } = props;
  const findings = props.findings ?? [];
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [all, setAll] = useState(false);
  const clients = limit ? order(connection, findings) : connection.clients;
  const hidden = all || !limit ? 0 : Math.max(0, clients.length - limit);
  // One row alone is not worth a button.
  const shown = hidden > 1 ? clients.slice(0, limit) : clients;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('clients.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clients.application')}</th>
            <th scope="col">{t('clients.clientId')}</th>
            <th scope="col">{t('clients.redirectUri')}</th>
            <th scope="col">{t('clients.grantTypes')}</th>
            <th scope="col">{t('clients.lastCheck')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(client => (
            <ApplicationRow
              key={client.key}
              client={client}
              connection={connection}
              verdict={
                props.findings && applicationVerdict(findings, client.key)
              }
              onTest={() => onTest(client)}
            />
          ))}
        </tbody>
      </table>
      {limit && clients.length > limit + 1 && (
        <div className={styles.more}>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setAll(!all)}
            aria-expanded={all}
          >
            {all ? t('clients.fewer') : t('clients.more', { count: hidden })}
          </Button>
        </div>
      )}
    </div>
  );
}
