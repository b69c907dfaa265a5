import { useKnown } from '../../hooks';
import { useSecretTest } from '../../dialogs/useSecretTest';
import { InitialClaimSection } from '../../components/InitialClaimSection';
import type { PartProps } from '../types';
import { ApplicationsTable } from './ApplicationsTable';
import styles from './Applications.module.css';

/** All applications of a connection, and its first administrator. */
export function Applications(props: PartProps) {
  const { connection, check, openDialog } = props;
  const report = useKnown(connection);
  const secretTest = useSecretTest(check.start);
  return (
    <div className={styles.part}>
      <ApplicationsTable
        connection={connection}
        findings={
          (report.value ?? check.report)?.findings ??
          (report.loading ? undefined : [])
        }
        onTest={secretTest.open}
      />
      <div className={styles.claim}>
        <InitialClaimSection
          connection={connection}
          heading="h3"
          open={openDialog}
        />
      </div>
      {secretTest.dialog}
    </div>
  );
}
