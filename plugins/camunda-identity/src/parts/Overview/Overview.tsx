import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  breakable,
  CauseList,
  Failure,
  HealthBadge,
} from 'backstage-plugin-camunda-identity-react';
import { InitialClaimSection } from '../../components/InitialClaimSection';
import { Loading } from '../../components/Loading';
import { Mending } from '../../components/Mending';
import { useKnown } from '../../hooks';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { arrowsOf, linesOf } from './arrows';
import { Diagram } from './Diagram';

/** What has to be done, and who talks to whom over which address. */
export function Overview(props: PartProps) {
  const { connection, check, openDialog } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const known = useKnown(connection);
  const report = known.value ?? check.report;
  const findings = report?.findings ?? [];
  // Until the report is read nothing is said of any arrow, "not checked" neither.
  if (known.loading && !report)
    return <Loading label={t('tabs.loading')} height={320} />;
  const arrows = arrowsOf(connection, findings);
  return (
    <div className={part.part}>
      {known.error && (
        <Failure
          title={t('check.reportFailed')}
          error={known.error}
          retry={known.retry}
        />
      )}
      <CauseList
        findings={findings}
        clients={connection.clients}
        limit={4}
        actions={finding => (
          <Mending connection={connection} finding={finding} />
        )}
        more={hidden => (
          <Link href={paths.part(connection.name, 'checks')}>
            {t('card.otherCauses', { count: hidden })}
          </Link>
        )}
      />
      <Text as="h3" variant="body-medium" weight="bold">
        {t('overview.title')}
      </Text>
      <Diagram arrows={arrows} provider={connection.providerSummary.title} />
      <table className={part.table}>
        <thead>
          <tr>
            <th scope="col">{t('overview.who')}</th>
            <th scope="col">{t('overview.address')}</th>
            <th scope="col">{t('overview.what')}</th>
            <th scope="col">{t('clients.lastCheck')}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(arrows).map((arrow, index) => (
            <tr key={index}>
              <th scope="row">
                {arrow.from === 'browser'
                  ? t('overview.browser')
                  : arrow.components.join(', ')}{' '}
                →{' '}
                {arrow.to === 'provider'
                  ? connection.providerSummary.title
                  : arrow.components.join(', ')}
              </th>
              <td data-label={t('overview.address')}>
                <code>{breakable(arrow.address)}</code>
              </td>
              <td data-label={t('overview.what')}>
                {t(`overview.purpose.${arrow.purpose}`)}
              </td>
              <td data-label={t('clients.lastCheck')}>
                <HealthBadge status={arrow.status}>
                  {t(`overview.status.${arrow.status}`)}
                </HealthBadge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <InitialClaimSection
        connection={connection}
        heading="h3"
        open={openDialog}
      />
    </div>
  );
}
