import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { CopyableText, Failure } from 'backstage-plugin-camunda-identity-react';
import { Loading } from '../../components/Loading';
import { useKept, useQueryState } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { GuideNotes } from './GuideNotes';
import { guideOf } from './guideOf';
import { GuideSteps } from './GuideSteps';
import { Registration } from './Registration';
import styles from './Setup.module.css';
import { SetupFiles } from './SetupFiles';
import { WorkOrder } from './WorkOrder';

/** Where in the product's own pages something is set, for the finding that led here. */
function Place(props: {
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

/** Set up the provider: this product's steps with this record's values, and all that does it. */
export function Setup(props: PartProps) {
  const { connection, onChange } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const filled = useKept(() => guideOf(connection), connection.etag);
  const { guide, profile } = filled.value ?? {};
  return (
    <div className={part.part}>
      <Place connection={connection} admin={profile?.admin} />
      {filled.error && (
        <Failure
          title={t('error.part')}
          error={filled.error}
          retry={filled.retry}
        />
      )}
      {!guide && !filled.error && (
        <Loading label={t('tabs.loading')} height={320} />
      )}
      {guide && <GuideSteps connectionId={connection.id} guide={guide} />}
      {/* Stays while the record is read anew: it may show what cannot be asked for again. */}
      <Registration connection={connection} onChange={onChange} />
      <SetupFiles connection={connection} />
      <WorkOrder connection={connection} onChange={onChange} />
      {guide && <GuideNotes guide={guide} profile={profile} />}
    </div>
  );
}
