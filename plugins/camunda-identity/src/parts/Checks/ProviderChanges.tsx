import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  exactTime,
  camundaIdentityReactTranslationRef,
} from 'backstage-plugin-camunda-identity-react';
import { useKept } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { changesBetween, type DatedChange } from './changesBetween';
import styles from './Checks.module.css';

/** Reports that are compared, the newest. */
const COMPARED = 10;

/** What was found to have changed at the provider, from report to report. */
export function ProviderChanges(props: {
  connection: Connection;
  latestId?: string;
}) {
  const { connection, latestId } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: shared } = useTranslationRef(camundaIdentityReactTranslationRef);
  const { id, health } = connection;
  const changes = useKept<DatedChange[]>(async () => {
    const reports = await Promise.all(
      health.recent
        .slice(0, COMPARED)
        .map(({ reportId }) => api.getReport(id, reportId).catch(() => null)),
    );
    return changesBetween(reports.filter(report => report !== null));
  }, `${id} ${latestId}`);
  return (
    <section aria-label={t('checks.changes')}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('checks.changes')}
      </Text>
      {changes.value && changes.value.length > 0 ? (
        <ul className={styles.changes}>
          {changes.value.map(({ at, text }, index) => (
            <li key={index}>
              <time dateTime={at}>{exactTime(at, shared('locale'))}</time>
              {' · '}
              {text}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('checks.noChanges')}</p>
      )}
    </section>
  );
}
