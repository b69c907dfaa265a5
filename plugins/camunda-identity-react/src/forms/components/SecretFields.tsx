import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Text } from '@backstage/ui';
import type { FormState } from '../FormState';
import { DateField } from '../fields/DateField';
import { Doubts } from '../fields/Doubts';
import { Problem } from '../fields/Problem';
import { RecordTextField } from '../fields/RecordTextField';
import { valueAt } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';
import { CertificateFields } from './CertificateFields';
import { proofOf, withProof, type ProofKind } from './proof';

/** How an application authenticates: where Camunda finds its secret or certificate, and its expiry. */
export function SecretFields(props: {
  form: FormState;
  /** Path of the application in the record. */
  path: string;
  /** Key of the application, used for suggested names. */
  client: string;
  takesCertificate: boolean;
}) {
  const { form, path, client, takesCertificate } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const settings = (valueAt(form.data, path) ?? {}) as object;
  const kind = proofOf(settings);
  const kinds: ProofKind[] = ['kubernetes', 'env', 'none'];
  if (takesCertificate || kind === 'certificate') kinds.push('certificate');
  return (
    <>
      <div data-field={`${path}.secret`} className={styles.cell}>
        <Select
          label={t('secret.place')}
          options={kinds.map(value => ({
            value,
            label: t(`secret.${value}`),
          }))}
          value={kind}
          onChange={next =>
            form.set(
              path,
              withProof(settings, next as ProofKind, client, form.data),
            )
          }
        />
        {kind === 'none' && (
          <Text as="p" variant="body-small" color="secondary">
            {t('secret.noneHint')}
          </Text>
        )}
        <Problem form={form} path={`${path}.secret`} />
        <Doubts form={form} path={`${path}.secret`} />
      </div>
      {kind === 'kubernetes' && (
        <>
          <RecordTextField
            form={form}
            path={`${path}.secret.kubernetesSecret.name`}
            label={t('components.secretName')}
          />
          <RecordTextField
            form={form}
            path={`${path}.secret.kubernetesSecret.key`}
            label={t('components.secretKey')}
          />
        </>
      )}
      {kind === 'env' && (
        <RecordTextField
          form={form}
          path={`${path}.secret.env.name`}
          label={t('components.secretVariable')}
        />
      )}
      {(kind === 'kubernetes' || kind === 'env') && (
        <DateField
          form={form}
          path={`${path}.secret.expiresAt`}
          label={t('secret.expires')}
          description={t('secret.expiresHint')}
        />
      )}
      {kind === 'certificate' && (
        <CertificateFields form={form} path={`${path}.certificate`} />
      )}
    </>
  );
}
