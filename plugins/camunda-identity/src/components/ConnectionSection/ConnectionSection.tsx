import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, Link } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { CauseList, Failure } from 'backstage-plugin-camunda-identity-react';
import { mayChange, titleOf } from '../../connection/mayChange';
import { useRecordDialog } from '../../dialogs';
import { useSecretTest } from '../../dialogs/useSecretTest';
import { useCheckRun, useKnown } from '../../hooks';
import { ApplicationsTable } from '../../parts/Applications';
import { useConnectionPaths } from '../../paths';
import { camundaIdentityTranslationRef } from '../../translation';
import { CheckButton } from '../CheckButton';
import { ConnectionHead } from '../ConnectionHead';
import { ConnectionMenu } from '../ConnectionMenu';
import { InitialClaimSection } from '../InitialClaimSection';
import { Mending } from '../Mending';
import styles from './ConnectionSection.module.css';

const MAX_CAUSES = 4;
const MAX_APPLICATIONS = 6;

/**
 * One connection on the card, opened: head, what has to be done, applications, first administrator.
 *
 * @param props - `onChange`: the record has changed, as after a check
 */
export function ConnectionSection(props: {
  connection: Connection;
  onChange(): void;
}) {
  const { connection, onChange } = props;
  const { name } = connection;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const paths = useConnectionPaths();
  const check = useCheckRun(connection.id, onChange);
  const report = useKnown(connection);
  const { open, dialog } = useRecordDialog(connection, onChange);
  const secretTest = useSecretTest(check.start);
  // While a check runs the last report stays: nothing jumps. Then it is the new one's turn.
  const known = (report.value ?? check.report)?.findings;
  const findings = known ?? [];
  return (
    <section
      className={styles.section}
      aria-label={t('card.label', { title: titleOf(connection) })}
    >
      <ConnectionHead
        connection={connection}
        run={check}
        heading="h3"
        actions={
          <>
            <CheckButton
              run={check}
              start={() => check.start()}
              cancel={check.cancel}
            />
            <ButtonLink
              size="small"
              variant="secondary"
              isDisabled={!mayChange(connection)}
              href={paths.part(name, 'edit')}
            >
              {t('card.edit')}
            </ButtonLink>
            <ButtonLink
              size="small"
              variant="secondary"
              href={paths.part(name, 'configuration')}
            >
              {t('card.configuration')}
            </ButtonLink>
            <ConnectionMenu
              connection={connection}
              onDelete={() => open('delete')}
            />
          </>
        }
      />
      {check.error && (
        <Failure
          title={t('check.failed')}
          error={check.error}
          retry={() => check.start()}
        />
      )}
      {report.error && (
        <Failure
          title={t('check.reportFailed')}
          error={report.error}
          retry={report.retry}
        />
      )}
      <CauseList
        findings={findings}
        clients={connection.clients}
        limit={MAX_CAUSES}
        actions={finding => (
          <Mending connection={connection} finding={finding} />
        )}
        more={hidden => (
          <Link href={paths.part(name, 'checks')}>
            {t('card.otherCauses', { count: hidden })}
          </Link>
        )}
      />
      <ApplicationsTable
        connection={connection}
        findings={report.loading ? known : findings}
        limit={MAX_APPLICATIONS}
        onTest={secretTest.open}
      />
      <div className={styles.claim}>
        <InitialClaimSection connection={connection} heading="h4" open={open} />
      </div>
      {dialog}
      {secretTest.dialog}
    </section>
  );
}
