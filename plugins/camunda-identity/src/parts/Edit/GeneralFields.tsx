import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  CAMUNDA_VERSIONS,
  type CamundaVersion,
} from 'backstage-plugin-camunda-identity-common/facts';
import {
  EntityPicker,
  OwnerPicker,
  RecordTextField,
  valueAt,
  type FormState,
} from 'backstage-plugin-camunda-identity-react/forms';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './Edit.module.css';

/** What a record says of itself: how it is called, whose it is, which Camunda it is about. */
export function GeneralFields(props: {
  form: FormState;
  version: CamundaVersion;
  onVersion(version: CamundaVersion): void;
}) {
  const { form, version, onVersion } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const pick = (path: 'entityRef' | 'owner') => ({
    value: valueAt(form.data, path) as string | undefined,
    problem: form.problems.get(path),
    refused: form.problems.has(path),
    onChange: (ref: string | undefined) => form.set(path, ref),
  });
  return (
    <div className={styles.grid}>
      <RecordTextField form={form} path="title" label={t('edit.recordTitle')} />
      <RecordTextField
        form={form}
        path="description"
        label={t('edit.description')}
      />
      <div data-field="camundaVersion">
        <Select
          label={t('configuration.version')}
          options={CAMUNDA_VERSIONS.map(value => ({ value, label: value }))}
          value={version}
          onChange={next => onVersion(next as CamundaVersion)}
        />
      </div>
      <RecordTextField
        form={form}
        path="checks.every"
        label={t('edit.every')}
        description={t('edit.everyHint')}
      />
      <div data-field="entityRef">
        <EntityPicker {...pick('entityRef')} />
      </div>
      <div data-field="owner">
        <OwnerPicker {...pick('owner')} />
      </div>
    </div>
  );
}
