import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import type {
  Connection,
  ReportHeader,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  Failure,
  HealthBadge,
  RelativeTime,
} from 'backstage-plugin-camunda-identity-react';
import { useEffect, useState } from 'react';
import { useKept } from '../../hooks';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import styles from './Checks.module.css';

const PAGE = 10;

/** All reports that are kept, newest first; each has its address. */
export function ReportsTable(props: {
  connection: Connection;
  latestId?: string;
}) {
  const { connection, latestId } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const [older, setOlder] = useState<ReportHeader[]>([]);
  const [cursor, setCursor] = useState<string>();
  const first = useKept(
    () => api.listReports(connection.id, { limit: PAGE }),
    `${connection.id} ${latestId}`,
  );
  useEffect(() => {
    setOlder([]);
    setCursor(first.value?.nextCursor);
  }, [first.value]);
  if (first.error)
    return (
      <Failure
        title={t('check.reportFailed')}
        error={first.error}
        retry={first.retry}
      />
    );
  const reports = [...(first.value?.items ?? []), ...older];
  if (reports.length === 0) return null;
  return (
    <section className={styles.reports} aria-label={t('checks.reports')}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('checks.reports')}
      </Text>
      <table className={part.table}>
        <thead>
          <tr>
            <th scope="col">{t('checks.when')}</th>
            <th scope="col">{t('checks.result')}</th>
            <th scope="col">{t('checks.found')}</th>
            <th scope="col">{t('checks.how')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(report => (
            <tr key={report.id}>
              <td>
                <Link href={paths.part(connection.name, 'checks', report.id)}>
                  <RelativeTime at={report.finishedAt} />
                </Link>
              </td>
              <td data-label={t('checks.result')}>
                <HealthBadge status={report.status} />
              </td>
              <td data-label={t('checks.found')}>
                {t('checks.counts', {
                  fail: String(report.summary.fail),
                  warn: String(report.summary.warn),
                  pass: String(report.summary.pass),
                })}
              </td>
              <td data-label={t('checks.how')}>
                {t(`checks.trigger.${report.trigger}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cursor && (
        <Button
          size="small"
          variant="tertiary"
          onPress={async () => {
            const page = await api.listReports(connection.id, {
              limit: PAGE,
              cursor,
            });
            setOlder([...older, ...page.items]);
            setCursor(page.nextCursor);
          }}
        >
          {t('checks.older')}
        </Button>
      )}
    </section>
  );
}
