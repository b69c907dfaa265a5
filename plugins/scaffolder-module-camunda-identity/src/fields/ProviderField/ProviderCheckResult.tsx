import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type {
  Finding,
  ReportStatus,
} from 'backstage-plugin-camunda-identity-common/client';
import type { ProviderCheckState } from '../../hooks/useProviderCheck';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';

const ALERTS: Record<ReportStatus, 'success' | 'warning' | 'danger' | 'info'> =
  { pass: 'success', warn: 'warning', fail: 'danger', unknown: 'info' };

function Remarks(props: { findings: Finding[] }) {
  const remarks = props.findings.filter(
    ({ result }) => result === 'fail' || result === 'warn',
  );
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.list}>
      {remarks.map(({ code, message, remedy }) => (
        <li key={`${code} ${message}`}>
          {message}
          {remedy ? `. ${remedy}` : ''}
        </li>
      ))}
    </ul>
  );
}

/** What the provider said, under the field. */
export function ProviderCheckResult(props: { state: ProviderCheckState }) {
  const { state } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  return (
    <div aria-live="polite">
      {state.kind === 'checking' && (
        <Alert status="info" isPending title={t('provider.checking')} />
      )}
      {state.kind === 'error' && (
        <Alert
          status="warning"
          icon
          title={t('provider.checkFailed')}
          description={state.message}
        />
      )}
      {state.kind === 'report' && (
        <Alert
          status={ALERTS[state.report.status]}
          icon
          title={t(`provider.${state.report.status}`)}
          description={<Remarks findings={state.report.findings} />}
        />
      )}
    </div>
  );
}
