import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { CopyableText } from 'backstage-plugin-camunda-identity-react';
import { useQueryState } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './Setup.module.css';

/** Where in the product's own pages something is set, for the finding that led here. */
export function Place(props: {
  connection: Connection;
  admin?: Readonly<Record<string, string | undefined>>;
}) {
  const { connection, admin } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [get] = useQueryState();
  const topic = get('topic');
  const client = connection.clients.find(({ key }) => key === get('client'));
  if (!topic) return null;
  const path = admin?.[topic];
  const product = connection.providerSummary.title;
  return (
    <section className={styles.place} aria-label={t('setup.place')}>
      <strong>
        {client ? `${client.title}: ` : ''}
        {path
          ? path.replace('(client)', client?.clientId || '…')
          : t('setup.noPlace', { product })}
      </strong>
      {topic === 'redirectUris' &&
        client?.redirectUris.map(uri => (
          <div key={uri}>
            {t('setup.register')}{' '}
            <CopyableText
              text={uri}
              label={t('clients.copyRedirectUri', { title: client.title })}
            />
          </div>
        ))}
      {topic === 'grantTypes' && client && (
        <div>{client.grantTypes.join(', ')}</div>
      )}
    </section>
  );
}
