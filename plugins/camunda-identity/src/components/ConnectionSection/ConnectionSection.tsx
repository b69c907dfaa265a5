import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import useAsync from 'react-use/esm/useAsync';
import { camundaIdentityApiRef } from '../../api';
import { useCheckRun } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { ClientsTable } from '../ClientsTable';
import { FindingsList } from '../FindingsList';
import { HealthBadge } from '../HealthBadge';
import { HealthStrip } from '../HealthStrip';
import { InitialClaimNotice } from '../InitialClaimNotice';
import { RelativeTime } from '../RelativeTime';
import styles from './ConnectionSection.module.css';

/** What a team has to act on, from the report that says why health is what it is. */
function useOpenFindings(connection: Connection) {
  const api = useApi(camundaIdentityApiRef);
  const { id, health } = connection;
  const { value } = useAsync(async () => {
    const troubled = health.status === 'fail' || health.status === 'warn';
    if (!troubled || !health.reportId) return [];
    const { findings } = await api.getReport(id, health.reportId);
    return findings.filter(
      ({ result }) => result === 'fail' || result === 'warn',
    );
  }, [api, id, health.reportId, health.status]);
  return value ?? [];
}

/**
 * One connection: provider, health, applications, the notice on the initial claim.
 *
 * @param props - `onChange`: the record has changed, as after a check
 */
export function ConnectionSection(props: {
  connection: Connection;
  onChange: () => void;
}) {
  const { connection, onChange } = props;
  const { providerSummary: provider, health } = connection;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const check = useCheckRun(connection.id, onChange);
  const openFindings = useOpenFindings(connection);
  const watched = check.running || check.report !== undefined;
  // A run without secrets does not tell of a secret that was found wrong before.
  const older =
    check.report && check.report.id !== health.reportId ? openFindings : [];
  const findings = watched ? [...older, ...check.findings] : openFindings;
  return (
    <section
      className={styles.section}
      aria-label={connection.title ?? connection.name}
    >
      <div className={styles.head}>
        <div className={styles.provider}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {connection.title ?? connection.name}
          </Text>
          <Text as="p" className={styles.summary}>
            {provider.title} ·{' '}
            {t('card.camunda', { version: connection.camundaVersion })}
          </Text>
          <Text as="p" color="secondary" className={styles.issuer}>
            {t('card.issuer')} <code>{provider.issuer}</code>
          </Text>
        </div>
        <Flex direction="column" gap="2" className={styles.health}>
          <Flex align="center" gap="2">
            <HealthBadge status={health.status} />
            <Text color="secondary">
              {health.checkedAt ? (
                <RelativeTime at={health.checkedAt} />
              ) : (
                t('card.neverChecked')
              )}
            </Text>
          </Flex>
          <HealthStrip recent={health.recent} />
        </Flex>
        <Button
          variant="secondary"
          size="small"
          onPress={check.start}
          isDisabled={check.running}
          isPending={check.running}
        >
          {t('card.runChecks')}
        </Button>
      </div>
      {check.error && (
        <Alert
          status="danger"
          icon
          title={t('error.check')}
          description={check.error.message}
        />
      )}
      {(watched || findings.length > 0) && (
        <FindingsList findings={findings} live={check.running} />
      )}
      <ClientsTable
        clients={connection.clients}
        microsoft={connection.provider.type === 'MICROSOFT'}
      />
      <InitialClaimNotice
        claim={connection.initialClaim}
        providerType={connection.provider.type}
      />
    </section>
  );
}
