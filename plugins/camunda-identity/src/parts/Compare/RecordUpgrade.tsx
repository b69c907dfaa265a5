import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import type { CamundaVersion } from 'backstage-plugin-camunda-identity-common/facts';
import { Failure } from 'backstage-plugin-camunda-identity-react';
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
  const paths = useConnectionPaths();
  const upgrade = useKept(async () => {
    const { upgradeRecord } = await import(
      'backstage-plugin-camunda-identity-common/config'
    );
    return upgradeRecord(connection, to);
  }, `${connection.etag} ${to}`);
  if (upgrade.error)
    return <Failure title={t('compare.failed')} error={upgrade.error} />;
  if (!upgrade.value) return null;
  const { questions } = upgrade.value;
  return (
    <>
      {questions.length === 0 ? (
        <p>{t('compare.noQuestions', { version: to })}</p>
      ) : (
        <ol>
          {questions.map(({ code, path, text }) => (
            <li key={`${code} ${path}`}>
              {text} <span className={part.soft}>({path})</span>
            </li>
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
        <Link
          href={paths.part(connection.name, 'edit', undefined, { version: to })}
        >
          {t('compare.editFor', { version: to })}
        </Link>
      </p>
    </>
  );
}
