import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { FormState } from '../FormState';
import { DateField } from '../fields/DateField';
import { Problem } from '../fields/Problem';
import { RecordTextField } from '../fields/RecordTextField';
import { valueAt } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';

interface Certificate {
  kubernetesSecret?: unknown;
  file?: unknown;
  passwordSecret?: { kubernetesSecret?: unknown; env?: unknown };
}

function PasswordFields(props: { form: FormState; path: string }) {
  const { form, path } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const value = valueAt(form.data, path) as Certificate['passwordSecret'];
  const inVariable = value?.env !== undefined;
  const kind = inVariable ? 'env' : 'kubernetes';
  return (
    <>
      <div data-field={path} className={styles.cell}>
        <Select
          label={t('certificate.password')}
          options={(['none', 'kubernetes', 'env'] as const).map(entry => ({
            value: entry,
            label: t(`certificate.passwordIn.${entry}`),
          }))}
          value={value === undefined ? 'none' : kind}
          onChange={next => {
            if (next === 'none') form.set(path, undefined);
            else
              form.set(
                path,
                next === 'env'
                  ? { env: { name: '' } }
                  : { kubernetesSecret: { name: '', key: '' } },
              );
          }}
        />
      </div>
      {value !== undefined && kind === 'kubernetes' && (
        <>
          <RecordTextField
            form={form}
            path={`${path}.kubernetesSecret.name`}
            label={t('certificate.passwordName')}
          />
          <RecordTextField
            form={form}
            path={`${path}.kubernetesSecret.key`}
            label={t('certificate.passwordKey')}
          />
        </>
      )}
      {inVariable && (
        <RecordTextField
          form={form}
          path={`${path}.env.name`}
          label={t('certificate.passwordVariable')}
        />
      )}
    </>
  );
}

/** Where Camunda finds the key store with which an application authenticates, and its password. */
export function CertificateFields(props: { form: FormState; path: string }) {
  const { form, path } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const { file, kubernetesSecret } = (valueAt(form.data, path) ??
    {}) as Certificate;
  const isFile = file !== undefined && kubernetesSecret === undefined;
  const set = (place: object) => {
    const {
      file: _file,
      kubernetesSecret: _secret,
      ...rest
    } = (valueAt(form.data, path) ?? {}) as Certificate;
    form.set(path, { ...rest, ...place });
  };
  return (
    <>
      <div data-field={path} className={styles.cell}>
        <Select
          label={t('certificate.place')}
          options={[
            { value: 'kubernetes', label: t('certificate.inSecret') },
            { value: 'file', label: t('certificate.inFile') },
          ]}
          value={isFile ? 'file' : 'kubernetes'}
          onChange={next =>
            set(
              next === 'file'
                ? { file: '' }
                : { kubernetesSecret: { name: '', key: '' } },
            )
          }
        />
        <Problem form={form} path={path} />
      </div>
      {isFile ? (
        <RecordTextField
          form={form}
          path={`${path}.file`}
          label={t('certificate.file')}
          placeholder="/keys/client.p12"
          isRequired
        />
      ) : (
        <>
          <RecordTextField
            form={form}
            path={`${path}.kubernetesSecret.name`}
            label={t('certificate.secretName')}
          />
          <RecordTextField
            form={form}
            path={`${path}.kubernetesSecret.key`}
            label={t('certificate.secretKey')}
          />
        </>
      )}
      <PasswordFields form={form} path={`${path}.passwordSecret`} />
      <DateField
        form={form}
        path={`${path}.expiresAt`}
        label={t('secret.expires')}
        description={t('secret.expiresHint')}
      />
    </>
  );
}
