import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import type { Report } from 'backstage-plugin-camunda-identity-common/client';
import {
  causesOf,
  CauseList,
  Failure,
  HealthBadge,
  HealthStrip,
  RelativeTime,
} from 'backstage-plugin-camunda-identity-react';
import { CoverLine } from '../../components/CoverLine';
import { Loading } from '../../components/Loading';
import { Mending } from '../../components/Mending';
import { useKnown, useReport } from '../../hooks';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import type { PartProps } from '../types';
import { FindingGroups } from './FindingGroups';
import { ProviderChanges } from './ProviderChanges';
import { ReportsTable } from './ReportsTable';
import styles from './Checks.module.css';

function ReportHead(props: PartProps & { report: Report }) {
  const { connection, report, rest } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  return (
    <div className={styles.head}>
      <HealthBadge status={report.status} />
      <span>
        <CoverLine
          connection={connection}
          coverage={report.coverage}
          at={report.finishedAt}
        />
        {rest &&
          ` · ${t(`checks.trigger.${report.trigger}`)} · ${t('checks.took', {
            seconds: (report.durationMs / 1000).toFixed(1),
          })}`}
      </span>
      {rest && (
        <Link href={paths.part(connection.name, 'checks')}>
          {t('checks.toLatest')}
        </Link>
      )}
    </div>
  );
}

/** The latest report or an earlier one by its address, history, trend, changes at the provider. */
export function Checks(props: PartProps) {
  const { connection, rest, check } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const { health } = connection;
  const latestId = health.recent[0]?.reportId ?? health.reportId;
  const known = useKnown(connection);
  const earlier = useReport(connection.id, rest);
  // Without the address of a report: what health rests on, whichever run told it.
  const stored = rest ? earlier : known;
  const live = !rest && check.running;
  const report = stored.value ?? (rest ? undefined : check.report);
  const findings = live ? check.findings : report?.findings ?? [];
  const causes = causesOf(findings);
  return (
    <div className={styles.part}>
      <div className={styles.main}>
        {stored.error && (
          <Failure
            title={rest ? t('checks.notFound') : t('check.reportFailed')}
            error={stored.error}
            retry={stored.retry}
          />
        )}
        {!report && !live && !stored.error && !stored.loading && (
          <p>{t('checks.never')}</p>
        )}
        {!report && stored.loading && !live && (
          <Loading label={t('tabs.loading')} />
        )}
        {report && !live && <ReportHead {...props} report={report} />}
        {(report || live) && (
          <>
            <Text as="h3" variant="body-medium" weight="bold">
              {causes.length > 0 || live
                ? t('checks.todo', { count: causes.length })
                : t('checks.nothing')}
            </Text>
            {causes.length === 0 && !live && <p>{t('checks.nothingText')}</p>}
            <CauseList
              findings={findings}
              clients={connection.clients}
              actions={finding => (
                <Mending connection={connection} finding={finding} />
              )}
            />
            <FindingGroups
              findings={findings}
              clients={connection.clients}
              live={live}
            />
          </>
        )}
      </div>
      <div className={styles.side}>
        <section aria-label={t('checks.history')}>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('checks.history')}
          </Text>
          <HealthStrip
            recent={health.recent}
            reportPath={id => paths.part(connection.name, 'checks', id)}
            large
            current={rest}
          />
          {health.recent.length > 1 && (
            <div className={styles.span}>
              <RelativeTime
                at={health.recent[health.recent.length - 1].checkedAt}
              />
              <RelativeTime at={health.recent[0].checkedAt} />
            </div>
          )}
        </section>
        <ProviderChanges connection={connection} latestId={latestId} />
      </div>
      <ReportsTable connection={connection} latestId={latestId} />
    </div>
  );
}
