import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Link, Text, TextField } from '@backstage/ui';
import {
  causesOf,
  CauseList,
  Failure,
  HealthBadge,
  useRequired,
} from 'backstage-plugin-camunda-identity-react';
import { useState, type FormEvent } from 'react';
import { CheckProgress } from '../components/CheckButton';
import { useCheckStream, useQueryState } from '../hooks';
import { FindingGroups } from '../parts/Checks/FindingGroups';
import { useRootPath } from '../routes';
import { camundaIdentityTranslationRef } from '../translation';
import styles from './pages.module.css';

/** Checks a provider that no connection has yet; nothing is stored. */
export function IssuerCheckPage() {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const required = useRequired();
  const root = useRootPath();
  const [get, set] = useQueryState();
  const [issuer, setIssuer] = useState(get('issuer') ?? '');
  const { run, start, cancel } = useCheckStream();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (run.running) {
      cancel();
      return;
    }
    set({ issuer: issuer.trim() });
    start((api, signal) =>
      api.streamProviderCheck(
        { provider: { type: 'GENERIC', issuer: issuer.trim() } },
        signal,
      ),
    );
  };
  const causes = causesOf(run.findings);
  return (
    <div className={styles.page}>
      {root && <Link href={root}>{t('error.notFoundAction')}</Link>}
      <Text as="h2" variant="title-small" weight="bold">
        {t('issuerCheck.title')}
      </Text>
      <p>{t('issuerCheck.text')}</p>
      <form className={styles.filters} onSubmit={submit}>
        <TextField
          className={styles.search}
          label={t('issuerCheck.issuer')}
          description={t('issuerCheck.hint')}
          {...required}
          value={issuer}
          onChange={setIssuer}
        />
        <Button
          type="submit"
          variant="primary"
          isDisabled={issuer.trim() === ''}
        >
          {run.running ? t('check.cancel') : t('issuerCheck.check')}
        </Button>
      </form>
      <div>
        <CheckProgress run={run} />
      </div>
      {run.error && <Failure title={t('check.failed')} error={run.error} />}
      {run.report && (
        <div>
          <HealthBadge status={run.report.status} />{' '}
          {causes.length === 0 && t('checks.nothing')}
        </div>
      )}
      {run.findings.length > 0 && (
        <>
          <CauseList findings={run.findings} clients={[]} />
          <FindingGroups
            findings={run.findings}
            clients={[]}
            live={run.running}
          />
        </>
      )}
    </div>
  );
}
