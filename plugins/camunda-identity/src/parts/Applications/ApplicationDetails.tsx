import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityReactTranslationRef,
  CopyableText,
} from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './ApplicationsTable.module.css';

type Client = Connection['clients'][number] & {
  postLogoutRedirectUris?: string[];
};

/** What is not needed at every glance: Helm base URL, scopes, notes. */
export function ApplicationDetails(props: { client: Client }) {
  const { client } = props;
  const { title } = client;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: shared } = useTranslationRef(camundaIdentityReactTranslationRef);
  return (
    <dl className={styles.details}>
      {client.postLogoutRedirectUris?.map(uri => (
        <div key={uri}>
          <dt>{t('clients.postLogout')}</dt>
          <dd>
            <CopyableText
              text={uri}
              label={t('clients.copyLogout', { title })}
            />
          </dd>
        </div>
      ))}
      {client.helmRedirectUrl && (
        <div>
          <dt>{t('clients.helm')}</dt>
          <dd>
            <CopyableText
              text={client.helmRedirectUrl}
              label={t('clients.copyHelm', { title })}
            />
          </dd>
        </div>
      )}
      {client.scopes.length > 0 && (
        <div>
          <dt>{t('clients.scopes')}</dt>
          <dd>
            <code>{client.scopes.join(' ')}</code>
          </dd>
        </div>
      )}
      {client.notes.length > 0 && (
        <div>
          <dt>{t('clients.notes')}</dt>
          <dd>
            <ul>
              {client.notes.map(note => (
                <li key={note.code}>
                  {note.text}{' '}
                  {note.docsUrl && (
                    <Link
                      href={note.docsUrl}
                      target="_blank"
                      rel="noopener noreferrer"
                      aria-label={`${shared('causes.docs')}: ${title}, ${
                        note.code
                      }`}
                    >
                      {shared('causes.docs')}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
