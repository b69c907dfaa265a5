import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import type { CamundaVersion } from 'backstage-plugin-camunda-identity-common/facts';
import {
  camundaIdentityApiRef,
  Failure,
} from 'backstage-plugin-camunda-identity-react';
import { Loading } from '../../components/Loading';
import { mayChange } from '../../connection/mayChange';
import { useOwnerTitle } from '../../connection/useOwnerTitle';
import { useKept } from '../../hooks';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';

/** What the record itself needs for a later version: questions that only the team can answer. */
export function RecordUpgrade(props: {
  connection: Connection;
  to: CamundaVersion;
}) {
  const { connection, to } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const api = useApi(camundaIdentityApiRef);
  const owner = useOwnerTitle(connection.owner);
  const paths = useConnectionPaths();
  const upgrade = useKept(
    () => api.upgradeConnection(connection.id, { to }),
    `${connection.etag} ${to}`,
  );
  if (upgrade.error)
    return (
      <Failure
        title={t('error.part')}
        error={upgrade.error}
        retry={upgrade.retry}
      />
    );
  if (!upgrade.value) return <Loading label={t('tabs.loading')} height={120} />;
  const { questions } = upgrade.value;
  return (
    <>
      {questions.length === 0 ? (
        <p>{t('compare.noQuestions', { version: to })}</p>
      ) : (
        <ol>
          {questions.map(({ path, question }, index) => (
            <li key={`${path} ${index}`}>{question}</li>
          ))}
        </ol>
      )}
      <p>
        <Link
          href={paths.part(connection.name, 'configuration', undefined, {
            compare: to,
          })}
        >
          {t('compare.configuration', { version: to })}
        </Link>
        {' · '}
        <span className={part.soft}>{t('compare.nothingChanged')}</span>
      </p>
      <div className={part.controls}>
        <ButtonLink
          variant="secondary"
          isDisabled={!mayChange(connection)}
          href={paths.part(connection.name, 'edit', undefined, { version: to })}
        >
          {t('compare.editFor', { version: to })}
        </ButtonLink>
        {!mayChange(connection) && (
          <span className={part.soft}>{t('may.notOwner', { owner })}</span>
        )}
      </div>
    </>
  );
}
