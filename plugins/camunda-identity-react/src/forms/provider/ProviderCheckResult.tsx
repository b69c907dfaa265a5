import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Checkbox } from '@backstage/ui';
import type {
  Finding,
  ReportStatus,
} from 'backstage-plugin-camunda-identity-common/client';
import { useEffect, useState } from 'react';
import { FindingText } from '../../components/FindingText';
import type { ProviderCheckState } from './useProviderCheck';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';
import { acceptFailing, isAccepted, noteCheck } from './failing';

const ALERTS: Record<ReportStatus, 'success' | 'warning' | 'danger' | 'info'> =
  { pass: 'success', warn: 'warning', fail: 'danger', unknown: 'info' };

function Remarks(props: { findings: Finding[] }) {
  const remarks = props.findings.filter(
    ({ result }) => result === 'fail' || result === 'warn',
  );
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.list}>
      {remarks.map(finding => (
        <li key={`${finding.code} ${finding.message}`}>
          <FindingText finding={finding} part="message" />{' '}
          <FindingText finding={finding} part="remedy" />
        </li>
      ))}
    </ul>
  );
}

/** The issuer that the provider names, if another one was entered. */
function namedIssuer(findings: Finding[]): string | undefined {
  const issuer = findings.find(
    ({ code, result }) =>
      code === 'discovery.issuer-mismatch' &&
      (result === 'fail' || result === 'warn'),
  )?.evidence?.issuer;
  return typeof issuer === 'string' ? issuer : undefined;
}

/** The result of the provider check, shown below the field. */
export function ProviderCheckResult(props: {
  state: ProviderCheckState;
  /** The provider that was checked. */
  provider: object | undefined;
  onUseIssuer(issuer: string): void;
}) {
  const { state, provider, onUseIssuer } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const [accepted, setAccepted] = useState(() =>
    Boolean(provider && isAccepted(provider)),
  );
  const report = state.kind === 'report' ? state.report : undefined;
  const isFailing = report?.status === 'fail';
  useEffect(() => {
    if (!report || !provider) return;
    noteCheck(provider, isFailing);
    setAccepted(isAccepted(provider));
    // Depends on the report only, which belongs to this provider.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [report]);
  const issuer = report && namedIssuer(report.findings);
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
      {report && (
        <Alert
          status={ALERTS[report.status]}
          icon
          title={t(`provider.${report.status}`)}
          description={<Remarks findings={report.findings} />}
        />
      )}
      {issuer && (
        <Button variant="secondary" onPress={() => onUseIssuer(issuer)}>
          {t('provider.useIssuer', { issuer })}
        </Button>
      )}
      {isFailing && provider && (
        <Checkbox
          isSelected={accepted}
          onChange={on => {
            acceptFailing(provider, on);
            setAccepted(on);
          }}
        >
          {t('provider.continueAnyway')}
        </Checkbox>
      )}
    </div>
  );
}
