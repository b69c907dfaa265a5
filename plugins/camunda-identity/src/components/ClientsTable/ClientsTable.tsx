import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Text } from '@backstage/ui';
import type { ConnectionClient } from 'backstage-plugin-camunda-identity-common/client';
import type { ReactNode } from 'react';
import { camundaIdentityTranslationRef } from '../../translation';
import { CopyableText } from '../CopyableText';
import styles from './ClientsTable.module.css';

/** A cell that carries its column's name, for narrow places where the header is gone. */
function Cell(props: { label: string; children: ReactNode }) {
  return (
    <td className={styles.cell} data-label={props.label}>
      {props.children}
    </td>
  );
}

function ClientRow(props: { client: ConnectionClient; microsoft: boolean }) {
  const { client, microsoft } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const platform = { web: t('clients.entraWeb'), spa: t('clients.entraSpa') };
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.component}>
        {client.title}
      </th>
      <Cell label={t('clients.redirectUri')}>
        {client.redirectUris.length > 0 ? (
          client.redirectUris.map(uri => (
            <CopyableText
              key={uri}
              text={uri}
              label={`${client.title} ${t('clients.redirectUri')}`}
            />
          ))
        ) : (
          <Text color="secondary">{t('clients.none')}</Text>
        )}
      </Cell>
      <Cell label={t('clients.helmUrl')}>
        {client.helmRedirectUrl ? (
          <CopyableText
            text={client.helmRedirectUrl}
            label={`${client.title} ${t('clients.helmUrl')}`}
          />
        ) : (
          <Text color="secondary">–</Text>
        )}
      </Cell>
      <Cell label={t('clients.grantTypes')}>
        <span className={styles.badges}>
          {client.grantTypes.map(grant => (
            <Badge key={grant} size="small">
              {grant}
            </Badge>
          ))}
        </span>
      </Cell>
      <Cell label={t('clients.client')}>
        {client.clientId && (
          <CopyableText text={client.clientId} label={`${client.title} ID`} />
        )}
        <Text variant="body-small" color="secondary" as="p">
          {t(`clients.${client.clientType}`)}
          {microsoft && client.entraPlatform !== 'none'
            ? ` · ${platform[client.entraPlatform]}`
            : ''}
        </Text>
        {client.notes.length > 0 && (
          <details className={styles.notes}>
            <summary>{t('clients.notes')}</summary>
            <ul>
              {client.notes.map(note => (
                <li key={note.code}>{note.text}</li>
              ))}
            </ul>
          </details>
        )}
      </Cell>
    </tr>
  );
}

/** What has to be registered at the provider, an application a row. */
export function ClientsTable(props: {
  clients: ConnectionClient[];
  microsoft: boolean;
}) {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <div className={styles.container}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('clients.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clients.component')}</th>
            <th scope="col">
              {t('clients.redirectUri')}
              <span className={styles.hint}>
                {t('clients.redirectUriHint')}
              </span>
            </th>
            <th scope="col">
              {t('clients.helmUrl')}
              <span className={styles.hint}>{t('clients.helmUrlHint')}</span>
            </th>
            <th scope="col">{t('clients.grantTypes')}</th>
            <th scope="col">{t('clients.client')}</th>
          </tr>
        </thead>
        <tbody>
          {props.clients.map(client => (
            <ClientRow
              key={client.key}
              client={client}
              microsoft={props.microsoft}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
